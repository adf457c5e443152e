import { expect, test } from '@jest/globals'
import { OUTBOX } from '../limits.ts'
import { retryDelayMs } from './backoff.ts'

const HOUR_MS = 60 * 60_000

test('each pause is twice the one before, up to a bound, and in the middle of its jitter', () => {
  expect(retryDelayMs(1, 0.5)).toBe(OUTBOX.retryDelayMs)
  expect(retryDelayMs(2, 0.5)).toBe(2 * OUTBOX.retryDelayMs)
  expect(retryDelayMs(OUTBOX.maxAttempts - 1, 0.5)).toBe(OUTBOX.maxRetryDelayMs)
  expect(retryDelayMs(3, 0)).toBeLessThan(retryDelayMs(3, 1) ?? 0)
})

test('a site that is away for half a day misses nothing; one that never comes back is given up', () => {
  let total = 0
  let attempts = 1
  for (let pause = retryDelayMs(1, 0); pause; pause = retryDelayMs(attempts, 0)) {
    total += pause
    attempts += 1
  }
  expect(total).toBeGreaterThan(12 * HOUR_MS)
  expect(attempts).toBe(OUTBOX.maxAttempts)
  expect(retryDelayMs(OUTBOX.maxAttempts)).toBeUndefined()
})
