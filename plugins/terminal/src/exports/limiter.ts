// For hosts that count requests as the plugin does: token buckets in memory or Redis, and addresses as keys.
export { addressHasher, addressKey } from '../address.ts'
export { connectRedis } from '../connect-redis.ts'
export type { Limiter, Rate, Verdict } from '../limiter/limiter.ts'
export { createMemoryLimiter } from '../limiter/memory-limiter.ts'
export { createRedisLimiter } from '../limiter/redis-limiter.ts'
