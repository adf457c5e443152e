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
  /** All or nothing. Answers which of them were of what visitors can see. */
  write: (counted: readonly Counted[]) => Promise<Counted[]>
  log: WatchLog
  clock?: Clock
}

const nameOf = ({ wanted }: Pick<Counted, 'wanted'>) => JSON.stringify(wanted)

const TROUBLES = { moments: 'What visitors saw cannot be counted.' }

export const createMoments = ({ write, log, clock = systemClock }: MomentsParts): Moments => {
  const troubles = createTroubles(TROUBLES, log)
  /** Names that were real when they were written last: made-up ones take none of their room. */
  const known = new Set<string>()
  let ofKnown = new Map<string, Counted>()
  let ofOthers = new Map<string, Counted>()
  let cancel: (() => void) | undefined
  let writing: Promise<void> | undefined
  let isClosed = false

  const add = ({ wanted, day, seen, steps }: Counted) => {
    const name = nameOf({ wanted })
    const key = `${day}:${name}`
    const room = known.has(name) && !ofOthers.has(key) ? ofKnown : ofOthers
    const before = room.get(key)
    if (!before && room.size >= MAX_COUNTED_PAGES) return
    const sums = { seen: seen + (before?.seen ?? 0), steps: steps + (before?.steps ?? 0) }
    room.set(key, { wanted, day, ...sums })
  }

  const learn = (written: readonly Counted[], real: readonly Counted[]) => {
    for (const one of written) known.delete(nameOf(one))
    for (const one of real) if (known.size < MAX_COUNTED_PAGES) known.add(nameOf(one))
  }

  const flush = async () => {
    const now = [...ofKnown.values(), ...ofOthers.values()]
    ofKnown = new Map()
    ofOthers = new Map()
    if (now.length === 0) return
    try {
      learn(now, await write(now))
      troubles.over('moments')
    } catch (error) {
      troubles.met('moments', error)
      for (const each of now) add(each)
    }
  }

  const arm = () => {
    if (cancel || writing || isClosed || ofKnown.size + ofOthers.size === 0) return
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
      add(one)
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
