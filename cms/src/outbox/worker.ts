// Empties the outbox: at once when told of a change, and now and then for what has to be tried again.
import { setTimeout as delay } from 'node:timers/promises'
import type { Payload } from 'payload'
import { OUTBOX as LIMITS } from '../limits.ts'
import { OUTBOX } from './change.ts'

export type OutboxWorker = {
  /** From now on messages are sent. Only a process that serves does this, not one that sets up or migrates. */
  start: () => void
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
  let sweep: NodeJS.Timeout | undefined
  let reapedAt = 0
  let draining: Promise<number> | undefined

  const runBatches = async (): Promise<number> => {
    let sent = 0
    while (!signal.aborted) {
      const { jobStatus = {} } = await payload.jobs.run({
        queue: OUTBOX,
        limit: LIMITS.batch,
        overrideAccess: true,
        silent: true,
      })
      const taken = Object.keys(jobStatus).length
      sent += taken
      if (taken < LIMITS.batch) break
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

  /** A process that died while sending left its job marked as running; nobody else would take it. */
  const reap = async () => {
    if (Date.now() - reapedAt < LIMITS.staleAfterMs) return
    reapedAt = Date.now()
    const before = new Date(Date.now() - LIMITS.staleAfterMs).toISOString()
    await payload.update({
      collection: 'payload-jobs',
      where: {
        and: [
          { queue: { equals: OUTBOX } },
          { processing: { equals: true } },
          { updatedAt: { less_than: before } },
        ],
      },
      data: { processing: false },
      overrideAccess: true,
    })
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
          await reap()
          await drain()
        })
      }, LIMITS.sweepMs).unref()
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
