// What visitors do before a launch and after it, counted in memory and written together every few seconds.
import { type Clock, systemClock } from '../client/clock.ts'
import { MAX_COUNTED_PAGES, MOMENTS_EVERY_MS } from '../limits.ts'
import type { Wanted } from '../mint.ts'
import { createTroubles, type WatchLog } from '../watch/troubles.ts'
import { utcDay } from './days.ts'

/** `seen`: a terminal came into view. `step`: a guided step of its page was done. */
export const MOMENTS = ['seen', 'step'] as const
export type Moment = (typeof MOMENTS)[number]

/** `day` in UTC. */
export type Counted = { wanted: Wanted; day: string; seen: number; steps: number }

export type Moments = {
  /** What is too much between two writes is not counted. */
  note: (wanted: Wanted, moment: Moment) => void
  /** Writes what is left and ends the timer. Idempotent. */
  close: () => Promise<void>
}

export type MomentsParts = {
  /** All or nothing. */
  write: (counted: readonly Counted[]) => Promise<void>
  log: WatchLog
  clock?: Clock
}

const TROUBLES = { moments: 'What visitors saw cannot be counted.' }

export const createMoments = ({ write, log, clock = systemClock }: MomentsParts): Moments => {
  const troubles = createTroubles(TROUBLES, log)
  let counted = new Map<string, Counted>()
  let cancel: (() => void) | undefined
  let writing: Promise<void> | undefined
  let isClosed = false

  const add = (key: string, { wanted, day, seen, steps }: Counted) => {
    const before = counted.get(key)
    if (!before && counted.size >= MAX_COUNTED_PAGES) return
    const sums = { seen: seen + (before?.seen ?? 0), steps: steps + (before?.steps ?? 0) }
    counted.set(key, { wanted, day, ...sums })
  }

  const flush = async () => {
    const now = counted
    counted = new Map()
    if (now.size === 0) return
    try {
      await write([...now.values()])
      troubles.over('moments')
    } catch (error) {
      troubles.met('moments', error)
      for (const [key, each] of now) add(key, each)
    }
  }

  const arm = () => {
    if (cancel || writing || isClosed || counted.size === 0) return
    cancel = clock.after(MOMENTS_EVERY_MS, () => {
      cancel = undefined
      writing = flush().then(() => {
        writing = undefined
        arm()
      })
    })
  }

  return {
    note: (wanted, moment) => {
      if (isClosed) return
      const day = utcDay(Date.now())
      const one = { wanted, day, seen: moment === 'seen' ? 1 : 0, steps: moment === 'step' ? 1 : 0 }
      add(JSON.stringify([wanted, day]), one)
      arm()
    },
    close: async () => {
      isClosed = true
      cancel?.()
      cancel = undefined
      await writing
      await flush()
    },
  }
}
