// The token bucket in this process. Bounded: when full, the address unseen for longest is forgotten, of that kind only.
import { MAX_LIMITER_KEYS } from '../limits.ts'
import { type Limiter, retryAfterS } from './limiter.ts'

type Bucket = { tokens: number; at: number }

/** What a key counts, up to its colon; none for all addresses together. No flood of one kind makes another be forgotten. */
const kindOf = (key: string) => key.slice(0, key.indexOf(':') + 1)

/** `now`: milliseconds; tests move it. `maxKeys`: addresses remembered of each kind. */
export const createMemoryLimiter = ({
  now = Date.now,
  maxKeys = MAX_LIMITER_KEYS,
} = {}): Limiter => {
  const kinds = new Map<string, Map<string, Bucket>>()
  const bucketsOf = (kind: string) => {
    const buckets = kinds.get(kind) ?? new Map<string, Bucket>()
    kinds.set(kind, buckets)
    return buckets
  }
  return {
    take: async (key, rate) => {
      const at = now()
      const buckets = bucketsOf(kindOf(key))
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
