import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { START_BUCKETS_MS } from '../limits.ts'
import { addCounts, type Counts } from './days.ts'
import { bucketOf, percentile } from './histogram.ts'

const countsOf = (times: number[]): Counts =>
  times.reduce<Counts>((counts, ms) => addCounts(counts, { [bucketOf(ms)]: 1 }), {})

describe('percentiles of start times', () => {
  test('are unknown without any', () => {
    expect(percentile({}, 0.5)).toBeUndefined()
  })

  test('lie in the bucket of the time that they stand for', () => {
    const counts = countsOf([90, 110, 120, 130, 140, 145, 170, 190, 420, 5500])
    expect(percentile(counts, 0.5)).toBeGreaterThan(100)
    expect(percentile(counts, 0.5)).toBeLessThanOrEqual(150)
    expect(percentile(counts, 0.95)).toBeGreaterThan(5000)
    expect(percentile(counts, 0.95)).toBeLessThanOrEqual(10_000)
  })

  test('are never more than the last bound, however long a start took', () => {
    expect(percentile(countsOf([1e9]), 0.95)).toBe(START_BUCKETS_MS.at(-1))
  })

  test('ignore what is no bucket', () => {
    expect(percentile({ nonsense: 5, '100': 1 }, 0.5)).toBeLessThanOrEqual(100)
  })

  test('are in the bucket of the true percentile, whatever the times', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 240_000 }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.5, 0.95),
        (times, share) => {
          const sorted = [...times].sort((a, b) => a - b)
          const truth = sorted[Math.ceil(share * sorted.length) - 1] ?? 0
          const told = percentile(countsOf(times), share) ?? 0
          // An interpolated value may lie on the lower edge of its bucket.
          expect([bucketOf(told), bucketOf(told + 0.001)]).toContain(bucketOf(truth))
        },
      ),
    )
  })
})
