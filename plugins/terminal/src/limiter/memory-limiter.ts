// The token bucket in this process. Bounded: when full, the address unseen for longest is forgotten.
import { MAX_LIMITER_KEYS } from '../limits.ts'
import { type Limiter, retryAfterS } from './limiter.ts'

type Bucket = { tokens: number; at: number }

/** `now`: milliseconds; tests move it. `maxKeys`: addresses remembered. */
export const createMemoryLimiter = ({
  now = Date.now,
  maxKeys = MAX_LIMITER_KEYS,
} = {}): Limiter => {
  const buckets = new Map<string, Bucket>()
  return {
    take: async (key, rate) => {
      const at = now()
      const old = buckets.get(key) ?? { tokens: rate.burst, at }
      const refilled = old.tokens + ((at - old.at) / 60_000) * rate.perMinute
      const tokens = Math.min(rate.burst, refilled)
      const isAllowed = tokens >= 1
      // Insertion order is order of use: the first key is the oldest.
      buckets.delete(key)
      buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, at })
      if (buckets.size > maxKeys) {
        for (const oldest of buckets.keys()) {
          buckets.delete(oldest)
          break
        }
      }
      return isAllowed
        ? { isAllowed: true }
        : { isAllowed: false, retryAfterS: retryAfterS(tokens, rate) }
    },
  }
}
