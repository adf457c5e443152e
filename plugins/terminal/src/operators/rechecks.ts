// Looks again and again whether operators may still have the sockets that were granted to them: one timer for all of them.
import { type Clock, systemClock } from '../client/clock.ts'
import {
  OPERATOR_EVERY_MS,
  OPERATOR_RETRY_MS,
  OPERATOR_TIMEOUT_MS,
  OPERATOR_UNKNOWN_MS,
} from '../limits.ts'
import { inTime } from '../watch/in-time.ts'
import { createTroubles, type WatchLog } from '../watch/troubles.ts'
import type { Operator, OperatorCheck } from './operator.ts'

/** One socket of an operator. */
export type Grip = {
  /** Aborted when the socket has to end. */
  signal: AbortSignal
  /** The socket has ended. */
  release: () => void
}

export type Rechecks = {
  /** Whether they may operate now. @throws when the database does not answer in time */
  ask: OperatorCheck
  /** Looks after a socket of an operator for whom `ask` has just answered `true`. */
  hold: (operator: Operator) => Grip
  /** Ends what is held and the timer; resolves when nobody is being asked. Idempotent. */
  close: () => Promise<void>
}

export type RechecksOptions = {
  check: () => OperatorCheck
  log: WatchLog
  clock?: Clock
}

/** `knownMs`: when the last question was asked that was answered well; `nextMs`: when the next one is due. */
type Held = { operator: Operator; sockets: Set<AbortController>; knownMs: number; nextMs: number }

const SUBJECTS = { accounts: 'The CMS does not say who may still operate terminals.' }

export const createRechecks = ({ check, log, clock = systemClock }: RechecksOptions): Rechecks => {
  const troubles = createTroubles(SUBJECTS, log)
  const held = new Map<string, Held>()
  const asking = new Set<Promise<void>>()
  let cancel: (() => void) | undefined
  let isClosed = false

  const ask: OperatorCheck = (operator) => {
    const asked = async () => check()(operator)
    return inTime(asked(), OPERATOR_TIMEOUT_MS)
  }

  const end = (key: string, { sockets }: Held) => {
    held.delete(key)
    log.info({ msg: 'Sockets of an operator were ended.', sockets: sockets.size })
    for (const socket of sockets) socket.abort()
  }

  const look = async (key: string, one: Held) => {
    const askedMs = clock.now()
    try {
      const may = await ask(one.operator)
      troubles.over('accounts')
      one.knownMs = may ? askedMs : one.knownMs
      if (!may && held.get(key) === one) end(key, one)
    } catch (error) {
      troubles.met('accounts', error)
      one.nextMs = clock.now() + OPERATOR_RETRY_MS
    }
    arm()
  }

  const run = () => {
    cancel = undefined
    const nowMs = clock.now()
    for (const [key, one] of held) {
      if (nowMs >= one.knownMs + OPERATOR_UNKNOWN_MS) end(key, one)
      else if (nowMs >= one.nextMs) {
        one.nextMs = nowMs + OPERATOR_EVERY_MS
        const looking = look(key, one).finally(() => asking.delete(looking))
        asking.add(looking)
      }
    }
    arm()
  }

  const arm = () => {
    cancel?.()
    cancel = undefined
    if (isClosed || held.size === 0) return
    const due = [...held.values()].map(({ knownMs, nextMs }) =>
      Math.min(nextMs, knownMs + OPERATOR_UNKNOWN_MS),
    )
    cancel = clock.after(Math.max(0, Math.min(...due) - clock.now()), run)
  }

  return {
    ask,
    hold: (operator) => {
      const socket = new AbortController()
      const key = JSON.stringify([operator.collection, operator.id, operator.login])
      const nowMs = clock.now()
      const one = held.get(key) ?? {
        operator,
        sockets: new Set(),
        knownMs: nowMs,
        nextMs: nowMs + OPERATOR_EVERY_MS,
      }
      if (isClosed) socket.abort()
      else held.set(key, one)
      one.sockets.add(socket)
      arm()
      return {
        signal: socket.signal,
        release: () => {
          one.sockets.delete(socket)
          if (one.sockets.size === 0 && held.get(key) === one) held.delete(key)
          arm()
        },
      }
    },
    close: async () => {
      isClosed = true
      cancel?.()
      cancel = undefined
      for (const [key, one] of [...held]) end(key, one)
      await Promise.all(asking)
    },
  }
}
