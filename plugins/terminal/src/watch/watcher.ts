// Looks at the running sessions again and again while there are any: one timer, one look at a time.
import { type Clock, systemClock } from '../client/clock.ts'
import { WATCH_ENDING_MS, WATCH_EVERY_MS, WATCH_PAUSE_MS } from '../limits.ts'
import { type LookParts, look, SUBJECTS } from './look.ts'
import { createTroubles } from './troubles.ts'

export type Watcher = {
  /** A session may have begun somewhere: it is watched from now on. */
  wake: () => void
  /** The relay holds no socket of the session any more; it may go on without one. */
  hasLeft: (sid: string) => void
  /** Ends the timer; resolves when no look is under way. Idempotent. */
  close: () => Promise<void>
}

export type WatcherOptions = Omit<LookParts, 'troubles' | 'startedByOperators'> & {
  clock?: Clock
  /** It looks this often even while it knows of no session: another replica may have had some and died. @default never */
  idleMs?: number
}

export const createWatcher = ({
  clock = systemClock,
  idleMs = Number.POSITIVE_INFINITY,
  ...parts
}: WatcherOptions): Watcher => {
  const troubles = createTroubles(SUBJECTS, parts.log)
  const startedByOperators = new Set<string>()
  /** As {@link look} takes it; only of sessions that hold a place. */
  const arrived = new Set<string>()
  let cancel: (() => void) | undefined
  /** When the next look is wanted, and when the last one was over; milliseconds of the clock. */
  let wantedMs = Number.POSITIVE_INFINITY
  let lookedMs = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined
  let isClosed = false

  const arm = () => {
    cancel?.()
    cancel = undefined
    if (isClosed || looking || wantedMs === Number.POSITIVE_INFINITY) return
    const dueMs = Math.max(wantedMs, lookedMs + WATCH_PAUSE_MS)
    cancel = clock.after(Math.max(0, dueMs - clock.now()), run)
  }

  const want = (inMs: number) => {
    const atMs = clock.now() + inMs
    if (atMs >= wantedMs) return
    wantedMs = atMs
    arm()
  }

  const lookOnce = async () => {
    // Reports that come while it looks are for the next one: the service may have been asked before.
    const reported = new Set(arrived)
    const sight = await look({ ...parts, troubles, startedByOperators }, reported)
    const { listed, held, isEnding, isKept } = sight
    for (const sid of listed) arrived.add(sid)
    for (const sid of held ? [...reported, ...listed] : []) {
      if (!held?.has(sid)) arrived.delete(sid)
    }
    looking = undefined
    lookedMs = clock.now()
    const isBusy = held?.size !== 0 || listed.length > 0 || !isKept
    want(isBusy ? (isEnding ? WATCH_ENDING_MS : WATCH_EVERY_MS) : idleMs)
    arm()
  }

  const run = () => {
    cancel = undefined
    wantedMs = Number.POSITIVE_INFINITY
    looking = lookOnce()
  }

  return {
    wake: () => want(WATCH_EVERY_MS),
    hasLeft: (sid) => {
      if (isClosed) return
      arrived.add(sid)
      want(WATCH_PAUSE_MS)
    },
    close: async () => {
      isClosed = true
      cancel?.()
      cancel = undefined
      await looking
    },
  }
}
