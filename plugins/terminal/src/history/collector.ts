// Asks each service what has ended since the last time, a page after the other, and has it kept.
import { MAX_KNOWN_SERVICES, MAX_KNOWN_SESSIONS } from '../limits.ts'
import { ServiceFailure } from '../service/failure.ts'
import type { ServiceClient } from '../service/service-client.ts'
import type { SessionSummary } from '../sessions/sessions.ts'
import type { EndedSession } from './ended.ts'

/** What only the plugin knows of a session: the service never hears of it. */
export type Visit = Pick<SessionSummary, 'addressHash' | 'country' | 'by'>

export type Ended = { session: EndedSession; visit: Visit | undefined }

export type CollectorParts = {
  service: Pick<ServiceClient, 'ended'>
  /** Keeps each once, whoever else keeps it at the same time. Rejects when it must be asked again. */
  keep: (ended: readonly Ended[]) => Promise<void>
}

/**
 * `held`: sessions that hold a place now. `services`: origins of those that are asked, where there are several. One run at
 * a time. Rejects when something has not been kept; the next call begins there.
 */
export type Collect = (
  held: readonly SessionSummary[],
  services?: readonly string[],
) => Promise<void>

/** How far the list of one service has been kept. */
type Mark = { epoch: string | undefined; after: number }

export const createCollector = ({ service, keep }: CollectorParts): Collect => {
  /** Of those that hold a place, and of those that did and may not have been kept yet. */
  const visits = new Map<string, Visit>()
  const marks = new Map<string | undefined, Mark>()
  let running: Promise<void> | undefined

  const markOf = (origin: string | undefined): Mark => {
    if (marks.size >= MAX_KNOWN_SERVICES) marks.clear()
    const mark = marks.get(origin) ?? { epoch: undefined, after: 0 }
    marks.set(origin, mark)
    return mark
  }

  const collectFrom = async (origin: string | undefined) => {
    const mark = markOf(origin)
    for (let hasMore = true; hasMore; ) {
      const page = await service.ended(mark.after, origin)
      if (page.epoch !== mark.epoch) {
        mark.epoch = page.epoch
        const wasElsewhere = mark.after > 0
        mark.after = 0
        if (wasElsewhere) continue
      }
      const last = page.sessions.at(-1)?.seq ?? mark.after
      if (page.hasMore && last <= mark.after) throw new ServiceFailure('nonsense')
      await keep(page.sessions.map((session) => ({ session, visit: visits.get(session.sid) })))
      mark.after = last
      hasMore = page.hasMore
    }
  }

  /** One after the other, for the database's sake; one that fails does not save the others. */
  const run = async (origins: readonly (string | undefined)[]) => {
    const failures: unknown[] = []
    for (const origin of origins) await collectFrom(origin).catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }

  return async (held, services) => {
    for (const { sid, addressHash, country, by } of held) {
      if (visits.size >= MAX_KNOWN_SESSIONS) break
      visits.set(sid, { addressHash, ...(country ? { country } : {}), ...(by ? { by } : {}) })
    }
    // One that began before may have asked too early.
    if (running) await running.catch(() => undefined)
    running ??= run(services ?? [undefined]).finally(() => {
      running = undefined
    })
    await running
    const present = new Set(held.map(({ sid }) => sid))
    for (const sid of visits.keys()) if (!present.has(sid)) visits.delete(sid)
  }
}
