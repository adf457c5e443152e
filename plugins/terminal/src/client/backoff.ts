// How long to wait before the next attempt: full jitter, so that visitors of a server that restarts do not return at once.
import { BACKOFF_BASE_MS, BACKOFF_CAP_MS } from './limits.ts'

/** Milliseconds before attempt number `attempt`, which counts from 0. `random`: at least 0, below 1. */
export const backoffMs = (attempt: number, random: number): number =>
  random * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** attempt)
