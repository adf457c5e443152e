// How long a place will probably wait, from how fast terminals have become free lately. Pure.
import type { QueuePosition } from '@shellfolio/protocol'
import { ESTIMATE } from '../limits.ts'

type Turnover = {
  /** When sessions ended, wall clock in milliseconds, in any order. */
  endsMs: readonly number[]
  position: number
  nowMs: number
}

/** A burst of ends is no promise of another one: a turn takes at least this, in seconds. */
const MIN_TURN_S = 1

const median = (sorted: readonly number[]): number => {
  const middle = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}

/** As precise as such a number can be, and steady: whole 5 s up to a minute, then whole 30 s. Rounded up. */
const coarse = (seconds: number): number => {
  const step = seconds <= 60 ? 5 : 30
  return Math.ceil(seconds / step) * step
}

/**
 * Seconds, or `undefined` while too few sessions have ended. The median interval between ends, once for each position; when
 * nothing has ended for longer than that, the wait so far counts instead.
 */
export const estimateS = ({ endsMs, position, nowMs }: Turnover): number | undefined => {
  const ends = endsMs
    .filter((end) => end <= nowMs && end > nowMs - ESTIMATE.windowS * 1000)
    .sort((a, b) => a - b)
    .slice(-ESTIMATE.maxEnds)
  const last = ends.at(-1)
  if (last === undefined || ends.length < ESTIMATE.minEnds) return undefined
  const intervals = ends.slice(1).map((end, index) => end - (ends[index] ?? end))
  const turnMs = Math.max(median(intervals.sort((a, b) => a - b)), nowMs - last)
  return coarse(position * Math.max(MIN_TURN_S, turnMs / 1000))
}

/** A position as visitors are told it. */
export const positionOf = (turnover: Turnover): QueuePosition => {
  const estimate = estimateS(turnover)
  const { position } = turnover
  return estimate === undefined ? { position } : { position, estimateS: estimate }
}
