// Asks each service what has ended since the last time, a page after the other, and has it kept.
import { MAX_KEEP_TRIES, MAX_KNOWN_SESSIONS } from '../limits.ts'
import { ServiceFailure } from '../service/failure.ts'
import type { ServiceClient } from '../service/service-client.ts'
import type { SessionSummary } from '../sessions/sessions.ts'
import type { WatchLog } from '../watch/troubles.ts'
import type { EndedPage, EndedSession } from './ended.ts'
import type { Mark, Marks } from './marks.ts'

/** What only the plugin knows of a session: the service never hears of it. */
export type Visit = Pick<SessionSummary, 'addressHash' | 'country' | 'by'>

export type Ended = { session: EndedSession; visit: Visit | undefined }

/** A session that the database did not take. */
export type Refused = { sid: string; error: unknown }

export type CollectorParts = {
  service: Pick<ServiceClient, 'ended'>
  marks: Marks
  /** Keeps each once, whoever else keeps it at the same time; resolves to those that it could not. Rejects when nothing was tried. */
  keep: (ended: readonly Ended[]) => Promise<readonly Refused[]>
  log: Pick<WatchLog, 'error'>
}

/**
 * `held`: sessions that hold a place now. `services`: origins of those that are asked, where there are several. One run at
 * a time. Rejects when something has not been kept; the next call begins there.
 */
export type Collect = (
  held: readonly SessionSummary[],
  services?: readonly string[],
) => Promise<void>

const PASSED_OVER = 'A session that ended cannot be kept, and is passed over.'

export const createCollector = ({ service, marks, keep, log }: CollectorParts): Collect => {
  /** Of those that hold a place, and of those that did and may not have been kept yet. */
  const visits = new Map<string, Visit>()
  /** How often each session was refused that may yet be kept. */
  const refusals = new Map<string, number>()
  let running: Promise<void> | undefined

  /** Throws as long as one of them may yet be kept. */
  const passOver = (refused: readonly Refused[]) => {
    for (const { sid } of refused) refusals.set(sid, (refusals.get(sid) ?? 0) + 1)
    const waiting = refused.find(({ sid }) => (refusals.get(sid) ?? 0) < MAX_KEEP_TRIES)
    if (waiting) throw waiting.error
    for (const { error } of refused) log.error({ err: error, msg: PASSED_OVER })
  }

  /** `before`: the mark as it is. */
  const keepPage = async (origin: string | undefined, { sessions }: EndedPage, before: Mark) => {
    const refused = await keep(
      sessions.map((session) => ({ session, visit: visits.get(session.sid) })),
    )
    if (refused.length > 0) {
      // A database that takes this is not away: what it refuses is at fault.
      await marks.write(origin, before)
      passOver(refused)
    }
    for (const { sid } of sessions) refusals.delete(sid)
  }

  const collectFrom = async (origin: string | undefined) => {
    let mark: Mark = (await marks.read(origin)) ?? { epoch: '', after: 0 }
    for (let hasMore = true; hasMore; ) {
      const page = await service.ended(mark.after, origin)
      if (page.epoch !== mark.epoch) {
        const wasElsewhere = mark.after > 0
        mark = { epoch: page.epoch, after: 0 }
        if (wasElsewhere) continue
      }
      const last = page.sessions.at(-1)?.seq ?? mark.after
      if (page.hasMore && last <= mark.after) throw new ServiceFailure('nonsense')
      // Nothing to write in most looks.
      if (last > mark.after) {
        await keepPage(origin, page, mark)
        mark = { epoch: page.epoch, after: last }
        await marks.write(origin, mark)
      }
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
