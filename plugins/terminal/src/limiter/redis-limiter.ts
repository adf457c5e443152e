// The token bucket in Redis, one script so that replicas cannot race. The clock is Redis's own.
import type { Redis } from 'ioredis'
import { type Limiter, retryAfterS } from './limiter.ts'

const PREFIX = 'shellfolio:rate:'

/** KEYS: bucket. ARGV: burst, tokens per minute. Answers whether one was taken, and what is left as text. */
const SCRIPT = `
local time = redis.call('TIME')
local at = time[1] + time[2] / 1000000
local burst = tonumber(ARGV[1])
local per_second = tonumber(ARGV[2]) / 60
local old = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(old[1]) or burst
local since = tonumber(old[2]) or at
tokens = math.min(burst, tokens + math.max(0, at - since) * per_second)
local taken = 0
if tokens >= 1 then
  taken = 1
  tokens = tokens - 1
end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', string.format('%.6f', at))
redis.call('EXPIRE', KEYS[1], math.ceil(burst / per_second) + 1)
return {taken, tostring(tokens)}
`

/** The limiter on a connection that it does not own. */
export const createRedisLimiter = (redis: Redis): Limiter => ({
  take: async (key, rate) => {
    const reply = await redis.eval(SCRIPT, 1, PREFIX + key, rate.burst, rate.perMinute)
    const [taken, left] = reply as [number, string]
    return taken === 1
      ? { isAllowed: true }
      : { isAllowed: false, retryAfterS: retryAfterS(Number(left), rate) }
  },
})
