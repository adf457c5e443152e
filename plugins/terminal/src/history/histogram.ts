// Start times counted in buckets, and what they say: percentiles without keeping a single time. Pure.
import { START_BUCKETS_MS } from '../limits.ts'
import type { Counts } from './days.ts'

/** The bucket above the last bound. */
const ABOVE = 'above'

/** Name of the bucket that `ms` is counted in: its upper bound. */
export const bucketOf = (ms: number): string =>
  String(START_BUCKETS_MS.find((bound) => ms <= bound) ?? ABOVE)

/**
 * The time that a share of `share` (0 to 1) did not exceed, in milliseconds, as if times were spread evenly in their bucket.
 * `undefined` without any; above the last bound, that bound.
 */
export const percentile = (counts: Counts, share: number): number | undefined => {
  const names = [...START_BUCKETS_MS.map(String), ABOVE]
  const total = names.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  if (total === 0) return undefined
  const wanted = share * total
  let below = 0
  for (const [index, bound] of START_BUCKETS_MS.entries()) {
    const count = counts[String(bound)] ?? 0
    if (count > 0 && below + count >= wanted) {
      const from = START_BUCKETS_MS[index - 1] ?? 0
      return from + ((wanted - below) / count) * (bound - from)
    }
    below += count
  }
  return START_BUCKETS_MS.at(-1)
}
