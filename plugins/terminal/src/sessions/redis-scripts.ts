// The scripts by which replicas share places in Redis. Each sweeps what has lapsed; the clock is Redis's own.
import { LEASE_TTL_S, MAX_RECENT_ENDS, RECENT_ENDS_TTL_S, RESERVATION_TTL_S } from '../limits.ts'

const PREFIX = 'shellfolio:sessions:'

/** KEYS of every script, in this order. */
export const KEYS = [
  /** Sorted set: sid by the end of its lease, milliseconds. */
  `${PREFIX}leases`,
  /** Hash: sid to what counts, as JSON. */
  `${PREFIX}places`,
  /** Hash: sid to the whole record, as JSON; apart, because it is large and seldom read. */
  `${PREFIX}records`,
  /** Hash: sid to when its first ticket was used, milliseconds. */
  `${PREFIX}begun`,
  /** List: `at:lasted` of sessions that have ended, the latest first. */
  `${PREFIX}ends`,
] as const

/** Where it is told that places became free. */
export const FREED_CHANNEL = `${PREFIX}freed`

/** Keys that nobody touches for this long go, in seconds: far above any lease, so that sessions outlive an outage. */
const KEEP_S = 60 * 60

const PRELUDE = `
local leases, places, records, begun, ends = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function free(sid)
  if redis.call('ZREM', leases, sid) == 0 then return 0 end
  local since = redis.call('HGET', begun, sid)
  redis.call('HDEL', places, sid)
  redis.call('HDEL', records, sid)
  redis.call('HDEL', begun, sid)
  if since then
    redis.call('LPUSH', ends, string.format('%d:%d', now, now - since))
    redis.call('LTRIM', ends, 0, ${MAX_RECENT_ENDS - 1})
    redis.call('EXPIRE', ends, ${RECENT_ENDS_TTL_S})
  end
  return 1
end
local function lease(sid, seconds)
  redis.call('ZADD', leases, now + seconds * 1000, sid)
  for index = 1, 4 do redis.call('EXPIRE', KEYS[index], ${KEEP_S}) end
end
local freed = 0
local function sweep()
  local lapsed = redis.call('ZRANGEBYSCORE', leases, '-inf', now)
  for _, sid in ipairs(lapsed) do freed = freed + free(sid) end
end
local function done(answer)
  if freed > 0 then redis.call('PUBLISH', '${FREED_CHANNEL}', freed) end
  return answer
end
`

const script = (body: string) => `${PRELUDE}sweep()${body}`

/** ARGV: sid, place, record, demo, address, capacity, per address, per demo, service, per service. */
export const RESERVE = script(`
local demos, addresses, count, there = 0, 0, 0, 0
local unused, oldest
for _, text in ipairs(redis.call('HVALS', places)) do
  local place = cjson.decode(text)
  count = count + 1
  if place.service == ARGV[9] then there = there + 1 end
  if place.demo == ARGV[4] then demos = demos + 1 end
  if place.addressHash == ARGV[5] then
    addresses = addresses + 1
    if place.demo == ARGV[4] and redis.call('HEXISTS', begun, place.sid) == 0 then
      local till = tonumber(redis.call('ZSCORE', leases, place.sid))
      if till and (not oldest or till < oldest) then unused, oldest = place.sid, till end
    end
  end
end
if count >= tonumber(ARGV[6]) or demos >= tonumber(ARGV[8]) then return done('full') end
if there >= tonumber(ARGV[10]) then return done('service-full') end
if addresses >= tonumber(ARGV[7]) then
  if not unused then return done('address-full') end
  free(unused)
end
redis.call('HSET', places, ARGV[1], ARGV[2])
redis.call('HSET', records, ARGV[1], ARGV[3])
lease(ARGV[1], ${RESERVATION_TTL_S})
return done('reserved')
`)

/** ARGV: sid. Answers 1 when the place is held. */
export const BEGIN = script(`
if not redis.call('ZSCORE', leases, ARGV[1]) then return done(0) end
redis.call('HSETNX', begun, ARGV[1], string.format('%d', now))
lease(ARGV[1], ${LEASE_TTL_S})
return done(1)
`)

/** ARGV: sid. */
export const FIND = script(`
return done(redis.call('HGET', records, ARGV[1]))
`)

/** ARGV: sids. It sweeps last: what was not seen because Redis was away is not over for that. */
export const SEEN = `${PRELUDE}
for _, sid in ipairs(ARGV) do
  if redis.call('HEXISTS', begun, sid) == 1 then lease(sid, ${LEASE_TTL_S}) end
end
sweep()
return done(1)
`

/** ARGV: sid. */
export const RELEASE = script(`
freed = freed + free(ARGV[1])
return done(1)
`)

/** Answers places as JSON, each followed by how long it has begun, or by an empty text. */
export const LIST = script(`
local answer = {}
local all = redis.call('HGETALL', places)
for index = 1, #all, 2 do
  local since = redis.call('HGET', begun, all[index])
  table.insert(answer, all[index + 1])
  table.insert(answer, since and string.format('%d', now - since) or '')
end
return done(answer)
`)

/** Answers each service, followed by how many have begun there. Nothing is swept. */
export const ON_SERVICES = `${PRELUDE}
local counts, answer = {}, {}
for _, text in ipairs(redis.call('HVALS', places)) do
  local place = cjson.decode(text)
  if place.service and redis.call('HEXISTS', begun, place.sid) == 1 then
    counts[place.service] = (counts[place.service] or 0) + 1
  end
end
for service, count in pairs(counts) do
  table.insert(answer, service)
  table.insert(answer, string.format('%d', count))
end
return answer
`

export const COUNT = script(`
return done(redis.call('ZCARD', leases))
`)

export const RECENT_ENDS = script(`
return done(redis.call('LRANGE', ends, 0, -1))
`)
