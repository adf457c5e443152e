// The queue's steps as Lua, so that replicas cannot race. The clock is Redis's own unless a test passes one in.

const PREFIX = 'shellfolio:queue:'
/** Told whenever somebody's turn or position may have changed; the message says nothing. */
export const CHANGED_CHANNEL = `${PREFIX}changed`

/**
 * `order`: sorted set of places. `seen`: sorted set, when each was last confirmed, in milliseconds. The hashes `entries`
 * (JSON), `addresses`, `lanes` and `followers` are by place; `paused` holds until when a lane is paused; `state` holds the
 * turn that is taken (`token`, `until`), `epoch`, and until when everybody is paused (`all`, `rest`).
 */
export const KEYS = [
  'order',
  'seen',
  'entries',
  'addresses',
  'lanes',
  'followers',
  'paused',
  'state',
].map((name) => PREFIX + name)

/** ARGV of every script begins with: now or '', grace, lease, pause (all in milliseconds), places, places per address. */
const PRELUDE = `
local order, seen, entries, addresses, lanes, followers, paused, state = unpack(KEYS)
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local grace, lease, retry = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local max_places, max_per_address = tonumber(ARGV[5]), tonumber(ARGV[6])
local args = {}
for index = 7, #ARGV do args[index - 6] = ARGV[index] end

local function changed() redis.call('PUBLISH', '${CHANGED_CHANNEL}', '') end

-- What nobody confirms is over within the grace: nothing has to outlive it by much.
local function keep()
  for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, math.max(60000, 4 * grace)) end
end

local function drop(hash)
  if redis.call('ZREM', order, hash) == 0 then return end
  redis.call('ZREM', seen, hash)
  for _, key in ipairs({entries, addresses, lanes, followers}) do redis.call('HDEL', key, hash) end
  changed()
end

local function prune()
  for _, hash in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', now - grace)) do drop(hash) end
end

local function is_paused(lane)
  return (tonumber(redis.call('HGET', paused, lane) or '') or 0) > now
end

local function holds(field)
  return (tonumber(redis.call('HGET', state, field) or '') or 0) > now
end

local function follower_of(hash) return redis.call('HGET', followers, hash) end

local function waits(hash, own)
  local lane = redis.call('HGET', lanes, hash)
  return follower_of(hash) ~= 'away' and (lane == own or not is_paused(lane))
end

local function first()
  if holds('until') or holds('all') or holds('rest') then return '' end
  for _, hash in ipairs(redis.call('ZRANGE', order, 0, -1)) do
    if waits(hash) and follower_of(hash) ~= 'new' then return hash end
  end
  return ''
end
`

const script = (body: string) => PRELUDE + body

/** ARGV: place, entry, address, lane. Answers the position, or why there is none. */
export const JOIN = script(`
local hash, entry, address, lane = unpack(args)
prune()
local own = {}
for _, other in ipairs(redis.call('ZRANGE', order, 0, -1)) do
  if redis.call('HGET', addresses, other) == address then table.insert(own, other) end
end
local spare = max_per_address - #own
for _, other in ipairs(own) do
  if spare > 0 then break end
  if follower_of(other) == 'away' then
    drop(other)
    spare = spare + 1
  end
end
if spare <= 0 then return 'address-full' end
if redis.call('ZCARD', order) >= max_places then return 'queue-full' end
local last = redis.call('ZRANGE', order, -1, -1, 'WITHSCORES')
redis.call('ZADD', order, (tonumber(last[2] or '') or 0) + 1, hash)
redis.call('ZADD', seen, now, hash)
redis.call('HSET', entries, hash, entry)
redis.call('HSET', addresses, hash, address)
redis.call('HSET', lanes, hash, lane)
redis.call('HSET', followers, hash, 'new')
keep()
return redis.call('ZCARD', order)
`)

/** ARGV: place. */
export const FIND = script(`
prune()
return redis.call('HGET', entries, args[1])
`)

/** ARGV: place. Counts from 0. */
export const RANK = script(`
prune()
return redis.call('ZRANK', order, args[1])
`)

/** ARGV: lane. */
export const WOULD_OVERTAKE = script(`
prune()
for _, hash in ipairs(redis.call('ZRANGE', order, 0, -1)) do
  if waits(hash, args[1]) then return 1 end
end
return 0
`)

/** ARGV: place, follower. */
export const FOLLOW = script(`
prune()
if not redis.call('ZSCORE', order, args[1]) then return 0 end
redis.call('HSET', followers, args[1], args[2])
redis.call('ZADD', seen, now, args[1])
keep()
changed()
return 1
`)

/** ARGV: place, follower, and so on. */
export const TOUCH = script(`
for index = 1, #args, 2 do
  if follower_of(args[index]) == args[index + 1] then redis.call('ZADD', seen, now, args[index]) end
end
keep()
prune()
return 1
`)

/** ARGV: place, follower. */
export const GO_AWAY = script(`
if follower_of(args[1]) ~= args[2] then return 0 end
redis.call('HSET', followers, args[1], 'away')
redis.call('ZADD', seen, now, args[1])
changed()
return 1
`)

/** ARGV: place. */
export const LEAVE = script(`
drop(args[1])
return 1
`)

/** Answers the next place or '', then each place and its follower. */
export const VIEW = script(`
prune()
local view = { first() }
for _, hash in ipairs(redis.call('ZRANGE', order, 0, -1)) do
  table.insert(view, hash)
  table.insert(view, follower_of(hash))
end
return view
`)

/** ARGV: place, follower, token. Answers the epoch, or nothing. */
export const CLAIM = script(`
prune()
if first() ~= args[1] or follower_of(args[1]) ~= args[2] then return false end
redis.call('HSET', state, 'token', args[3], 'until', now + lease)
keep()
return tonumber(redis.call('HGET', state, 'epoch') or '0')
`)

/** ARGV: place, token, epoch, whether it is removed, pause. */
export const SETTLE = script(`
local hash, token, epoch, is_removed, pause = unpack(args)
if redis.call('HGET', state, 'token') ~= token then return 0 end
redis.call('HDEL', state, 'token', 'until')
local until_when = now + retry
if pause == 'rest' then redis.call('HSET', state, 'rest', until_when) end
if (redis.call('HGET', state, 'epoch') or '0') == epoch then
  if pause == 'all' then redis.call('HSET', state, 'all', until_when) end
  local lane = redis.call('HGET', lanes, hash)
  if pause == 'lane' and lane then redis.call('HSET', paused, lane, until_when) end
end
if is_removed == '1' then drop(hash) end
keep()
changed()
return 1
`)

export const FREED = script(`
redis.call('HINCRBY', state, 'epoch', 1)
redis.call('HDEL', state, 'all')
redis.call('DEL', paused)
keep()
changed()
return 1
`)
