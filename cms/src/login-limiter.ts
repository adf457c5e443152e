// Slows down whoever tries passwords: hashing one costs a third of a second of a core, so it is counted before that.
import type { IncomingMessage } from 'node:http'
import {
  addressHasher,
  connectRedis,
  createRedisLimiter,
} from '@shellfolio/payload-terminal/limiter'
import { LOGIN_RATE } from './limits.ts'

/** Requests that hash a password, try a code, or send something to an account. */
const GUARDED = new Set([
  'login',
  'forgot-password',
  'reset-password',
  'first-register',
  'unlock',
  'second-factor',
])

/** Whether this is such a request, however its path is spelled. */
export const isGuarded = ({
  method,
  url = '',
}: Pick<IncomingMessage, 'method' | 'url'>): boolean => {
  if (method !== 'POST') return false
  try {
    const path = decodeURIComponent(new URL(url, 'http://cms.invalid').pathname)
    const [api, collection, action = ''] = path.split('/').filter(Boolean)
    return api === 'api' && collection === 'users' && GUARDED.has(action)
  } catch {
    return true
  }
}

type Bucket = { tokens: number; at: number }

/** A token bucket for each address. `now`: milliseconds; tests move it. */
export const createLoginLimiter = ({ now = Date.now } = {}) => {
  const { burst, perMinute, maxAddresses } = LOGIN_RATE
  const buckets = new Map<string, Bucket>()

  const refilled = ({ tokens, at }: Bucket): number =>
    Math.min(burst, tokens + ((now() - at) / 60_000) * perMinute)

  const dropFull = () => {
    for (const [address, bucket] of buckets) {
      if (refilled(bucket) >= burst) buckets.delete(address)
    }
  }

  /** Seconds until this address may try again; 0 when it may now, which is then counted. */
  return (address: string): number => {
    if (buckets.size >= maxAddresses) dropFull()
    const known = buckets.get(address)
    if (!known && buckets.size >= maxAddresses) return 1
    const tokens = known ? refilled(known) : burst
    const isAllowed = tokens >= 1
    buckets.set(address, { tokens: isAllowed ? tokens - 1 : tokens, at: now() })
    return isAllowed ? 0 : Math.ceil(((1 - tokens) * 60) / perMinute)
  }
}

export type LoginGate = {
  /** As `createLoginLimiter`. */
  take: (address: string) => Promise<number>
  close: () => void
}

/**
 * Counts in Redis where there is one, so that all replicas count together; there an address is a keyed hash. While Redis
 * does not answer each process counts for itself: nobody is locked out, and each gives no more than its own burst.
 */
export const createLoginGate = ({
  redisUrl,
  key,
}: {
  redisUrl?: string | undefined
  key: string
}): LoginGate => {
  const takeHere = createLoginLimiter()
  if (redisUrl === undefined) return { take: async (address) => takeHere(address), close: () => {} }
  const redis = connectRedis(redisUrl)
  const shared = createRedisLimiter(redis)
  const hash = addressHasher(key)
  return {
    take: async (address) => {
      try {
        const verdict = await shared.take(`login:${hash(address)}`, LOGIN_RATE)
        return verdict.isAllowed ? 0 : verdict.retryAfterS
      } catch {
        return takeHere(address)
      }
    },
    close: () => redis.disconnect(),
  }
}
