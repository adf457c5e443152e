// How this plugin, and hosts that share its limiter, reach Redis.
import { Redis } from 'ioredis'
import { REDIS_DISCONNECT_MS, REDIS_TIMEOUT_MS } from './limits.ts'

/** A connection that fails fast: a launch is refused rather than queued while Redis is away. */
export const connectRedis = (url: string): Redis => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: REDIS_TIMEOUT_MS,
    commandTimeout: REDIS_TIMEOUT_MS,
    disconnectTimeout: REDIS_DISCONNECT_MS,
    maxRetriesPerRequest: 1,
  })
  // Commands reject by themselves; without a listener each lost connection would be printed with its stack.
  redis.on('error', () => undefined)
  return redis
}
