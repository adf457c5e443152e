// Announcements in Redis, for several replicas: whichever hears a service, all know it. The clock is Redis's own.
import type { Redis } from 'ioredis'
import { HOST_MEMORY_MS, MAX_HOSTS } from '../limits.ts'
import { type Announcements, host, type KnownHost } from './host.ts'

const PREFIX = 'shellfolio:services:'

/** KEYS of both scripts. */
const KEYS = [
  /** Hash: address to its latest announcement, as JSON. */
  `${PREFIX}said`,
  /** Sorted set: address by when it was heard, milliseconds. */
  `${PREFIX}heard`,
] as const

const PRELUDE = `
local said, heard = KEYS[1], KEYS[2]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, url in ipairs(redis.call('ZRANGEBYSCORE', heard, '-inf', now - ${HOST_MEMORY_MS})) do
  redis.call('ZREM', heard, url)
  redis.call('HDEL', said, url)
end
`

/** ARGV: address, announcement, when it was made. */
const PUT = `${PRELUDE}
local known = redis.call('HGET', said, ARGV[1])
if known then
  if cjson.decode(known).atMs >= tonumber(ARGV[3]) then return 0 end
elseif redis.call('HLEN', said) >= ${MAX_HOSTS} then
  return 0
end
redis.call('HSET', said, ARGV[1], ARGV[2])
redis.call('ZADD', heard, now, ARGV[1])
for index = 1, 2 do redis.call('PEXPIRE', KEYS[index], ${HOST_MEMORY_MS}) end
return 1
`

/** Answers announcements, each followed by how long it is ago. */
const LIST = `${PRELUDE}
local answer = {}
local all = redis.call('HGETALL', said)
for index = 1, #all, 2 do
  local at = redis.call('ZSCORE', heard, all[index])
  if at then
    table.insert(answer, all[index + 1])
    table.insert(answer, string.format('%d', now - at))
  end
end
return answer
`

/** Redis is trusted to keep what we wrote, but not to have been written by this version. */
const parsed = (text: string, silentMs: number): KnownHost[] => {
  try {
    const found = host.safeParse(JSON.parse(text))
    return found.success && Number.isFinite(silentMs) ? [{ ...found.data, silentMs }] : []
  } catch {
    return []
  }
}

/** `redis`: a connection that it does not own. */
export const createRedisAnnouncements = (redis: Redis): Announcements => ({
  put: async (said) => {
    const argv = [said.url, JSON.stringify(said), said.atMs]
    return (await redis.eval(PUT, KEYS.length, ...KEYS, ...argv)) === 1
  },
  list: async () => {
    const flat = (await redis.eval(LIST, KEYS.length, ...KEYS)) as string[]
    return flat.flatMap((text, index) =>
      index % 2 === 0 ? parsed(text, Number(flat[index + 1] ?? Number.NaN)) : [],
    )
  },
})
