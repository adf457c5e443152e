// Empties the outbox: at once when told of a change, and now and then for what has to be tried again.
import { setTimeout as delay } from 'node:timers/promises'
import type { Payload } from 'payload'
import { OUTBOX as LIMITS } from '../limits.ts'
import { type Delivery, note, prune, takeDue } from './deliveries.ts'
import { emptyCache } from './empty-cache.ts'
import { type Receiver, send } from './receiver.ts'

export type OutboxWorker = {
  /** From now on messages are sent. Only a process that serves does this, not one that sets up or migrates. */
  start: () => void
  /** Who is told. Set when Payload starts; until then messages wait. */
  sendTo: (receiver: Receiver) => void
  /** Sends what the transaction queued as soon as it has ended; `undefined` for a change without one. */
  nudge: (transaction: number | string | undefined) => void
  /** Ends timers and waits for what is on its way. */
  stop: () => Promise<void>
}

const KEY = Symbol.for('shellfolio.outbox')
/** The bundler may hold several copies of this module; each Payload instance has one worker. */
const holder = globalThis as { [KEY]?: WeakMap<Payload, OutboxWorker> }

const createWorker = (payload: Payload): OutboxWorker => {
  const ending = new AbortController()
  const { signal } = ending
  const pending = new Set<Promise<void>>()
  let receiver: Receiver | undefined
  let sweep: NodeJS.Timeout | undefined
  let prunedAt = 0
  let draining: Promise<number> | undefined

  /** Where other replicas cannot be told, the site is told all the same: it may be right, and hears of it again. */
  const deliver = async (due: Delivery[], to: Receiver) => {
    const error = await emptyCache(payload)
    await Promise.all(
      due.map(async (delivery) => {
        const outcome = await send(delivery.message, to)
        await note(payload, delivery, error ? { error, ...outcome } : outcome)
      }),
    )
  }

  const runBatches = async (): Promise<number> => {
    let sent = 0
    while (receiver && !signal.aborted) {
      const to = receiver
      const due = await takeDue(payload)
      if (due.length > 0) await deliver(due, to)
      sent += due.length
      if (due.length < LIMITS.batch) break
    }
    return sent
  }

  /** One at a time: whoever comes second waits for the first and looks again. */
  const drain = async (): Promise<number> => {
    while (draining) await draining.catch(() => 0)
    draining = runBatches()
    try {
      return await draining
    } finally {
      draining = undefined
    }
  }

  const pruneNowAndThen = async () => {
    if (Date.now() - prunedAt < LIMITS.pruneEveryMs) return
    prunedAt = Date.now()
    await prune(payload)
  }

  const track = (work: () => Promise<void>) => {
    const running = work()
      .catch((error: unknown) => {
        if (!signal.aborted) payload.logger.error({ err: error, msg: 'The outbox is stuck.' })
      })
      .finally(() => pending.delete(running))
    pending.add(running)
  }

  const isOpen = (transaction: number | string) => payload.db.sessions?.[transaction] !== undefined

  const sendAfter = async (transaction: number | string | undefined) => {
    const deadline = Date.now() + LIMITS.commitDeadlineMs
    while (transaction !== undefined && isOpen(transaction)) {
      if (Date.now() > deadline) return
      await delay(LIMITS.commitPollMs, undefined, { signal })
    }
    // The session is struck off the list just before its commit, so the row may need another moment.
    for (const pauseMs of LIMITS.visibilityPausesMs) {
      await delay(pauseMs, undefined, { signal })
      if ((await drain()) > 0) return
    }
  }

  return {
    start: () => {
      sweep ??= setInterval(() => {
        track(async () => {
          await drain()
          await pruneNowAndThen()
        })
      }, LIMITS.sweepMs).unref()
    },
    sendTo: (to) => {
      receiver = to
    },
    nudge: (transaction) => {
      if (sweep && !signal.aborted) track(() => sendAfter(transaction))
    },
    stop: async () => {
      ending.abort()
      clearInterval(sweep)
      await Promise.all(pending)
    },
  }
}

/** The worker of this instance, made on first use. */
export const outboxWorkerOf = (payload: Payload): OutboxWorker => {
  holder[KEY] ??= new WeakMap()
  const known = holder[KEY].get(payload)
  if (known) return known
  const worker = createWorker(payload)
  holder[KEY].set(payload, worker)
  return worker
}
