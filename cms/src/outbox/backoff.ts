// When a message that was not taken is sent again: twice as long each time, and not with all others at once.
import { OUTBOX as LIMITS } from '../limits.ts'

/** Milliseconds until the next try after `attempts` that failed; undefined: given up. `random`: 0 to 1. */
export const retryDelayMs = (attempts: number, random = Math.random()): number | undefined => {
  if (attempts >= LIMITS.maxAttempts) return undefined
  const delay = Math.min(LIMITS.retryDelayMs * 2 ** (attempts - 1), LIMITS.maxRetryDelayMs)
  return Math.round(delay * (1 - LIMITS.retryJitter + 2 * LIMITS.retryJitter * random))
}
