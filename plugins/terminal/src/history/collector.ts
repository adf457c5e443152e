// Asks the service what has ended since the last time, a page after the other, and has it kept.
import { MAX_KNOWN_SESSIONS } from '../limits.ts'
import { ServiceFailure } from '../service/failure.ts'
import type { ServiceClient } from '../service/service-client.ts'
import type { SessionSummary } from '../sessions/sessions.ts'
import type { EndedSession } from './ended.ts'

/** What only the plugin knows of a session: the service never hears of it. */
export type Visit = Pick<SessionSummary, 'addressHash' | 'country'>

export type Ended = { session: EndedSession; visit: Visit | undefined }

export type CollectorParts = {
  service: Pick<ServiceClient, 'ended'>
  /** Keeps each once, whoever else keeps it at the same time. Rejects when it must be asked again. */
  keep: (ended: readonly Ended[]) => Promise<void>
}

/**
 * `held`: sessions that hold a place now. One run at a time. Rejects when something has not been kept; the next call begins
 * there.
 */
export type Collect = (held: readonly SessionSummary[]) => Promise<void>

export const createCollector = ({ service, keep }: CollectorParts): Collect => {
  /** Of those that hold a place, and of those that did and may not have been kept yet. */
  const visits = new Map<string, Visit>()
  let epoch: string | undefined
  let after = 0
  let running: Promise<void> | undefined

  const run = async () => {
    for (let hasMore = true; hasMore; ) {
      const page = await service.ended(after)
      if (page.epoch !== epoch) {
        epoch = page.epoch
        const wasElsewhere = after > 0
        after = 0
        if (wasElsewhere) continue
      }
      const last = page.sessions.at(-1)?.seq ?? after
      if (page.hasMore && last <= after) throw new ServiceFailure('nonsense')
      await keep(page.sessions.map((session) => ({ session, visit: visits.get(session.sid) })))
      after = last
      hasMore = page.hasMore
    }
  }

  return async (held) => {
    for (const { sid, addressHash, country } of held) {
      if (visits.size >= MAX_KNOWN_SESSIONS) break
      visits.set(sid, { addressHash, ...(country ? { country } : {}) })
    }
    // One that began before may have asked too early.
    if (running) await running.catch(() => undefined)
    running ??= run().finally(() => {
      running = undefined
    })
    await running
    const present = new Set(held.map(({ sid }) => sid))
    for (const sid of visits.keys()) if (!present.has(sid)) visits.delete(sid)
  }
}
