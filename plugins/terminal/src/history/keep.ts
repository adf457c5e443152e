// Keeps sessions that ended: a row for each, and its share of its day, both or neither, once whoever else does the same.
import type { CollectionSlug, Payload } from 'payload'
import { z } from 'zod'
import { isPossibleId, ownId } from '../ids.ts'
import { DAY_MS } from '../limits.ts'
import type { TerminalSettings } from '../options.ts'
import { PAST_SESSIONS } from './collections.ts'
import type { CollectorParts, Ended, Refused } from './collector.ts'
import { addSession, changeOf, ensureDay, isTaken, utcDay } from './days.ts'
import { inTransaction } from './in-transaction.ts'

const collection = PAST_SESSIONS as CollectionSlug
const kept = z.object({ session: z.string() })

const keptAmong = async (payload: Payload, sids: readonly string[]): Promise<Set<string>> => {
  const { docs } = await payload.find({
    collection,
    where: { session: { in: [...sids] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return new Set(docs.flatMap((document) => kept.safeParse(document).data?.session ?? []))
}

/** Those of `ids` that are still there: a row cannot name another. */
export const demosAmong = async (
  payload: Payload,
  slug: string,
  ids: readonly string[],
): Promise<Set<string>> => {
  const { docs } = await payload.find({
    collection: slug as CollectionSlug,
    where: { id: { in: [...new Set(ids)].filter((id) => isPossibleId(payload, slug, id)) } },
    select: {},
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return new Set(docs.map(({ id }) => String(id)))
}

const rowOf = ({ session, visit }: Ended, demo: string | number | null) => {
  const { sid, startedAt, endedAt, reason, exitCode, startMs, hasTyped } = session
  const { bytesIn, bytesOut, peakMemoryBytes, cpuMs } = session
  return {
    session: sid,
    demo,
    addressHash: visit?.addressHash ?? null,
    country: visit?.country ?? null,
    startedAt,
    endedAt,
    durationMs: Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)),
    reason,
    exitCode,
    bytesIn,
    bytesOut,
    cpuMs,
    peakMemoryBytes,
    startMs: startMs ?? null,
    hasTyped,
  }
}

/**
 * Who inserts the row counts it; the other replica's insertion waits for that and fails. A database without transactions
 * can lose the count of a session, never count it twice.
 */
const keepOne = async (payload: Payload, ended: Ended, demo: string | number | null) => {
  const key = { day: utcDay(ended.session.startedAt), demo: ended.session.demoId }
  await ensureDay(payload, key, demo)
  await inTransaction(payload, async (req) => {
    const data = rowOf(ended, demo) as never
    await payload.create({ collection, data, depth: 0, overrideAccess: true, req })
    // What the owner tries says nothing of visitors.
    if (ended.visit?.by !== 'operator') await addSession(req, key, changeOf(ended.session))
  }).catch((error) => {
    if (!isTaken(error, 'session')) throw error
  })
}

/** Tries all. What is older than rows are kept is over and done with. */
export const createKeep =
  (
    payloadNow: () => Payload,
    { collections, historyDays }: Pick<TerminalSettings, 'collections' | 'historyDays'>,
  ): CollectorParts['keep'] =>
  async (all) => {
    const oldestMs = Date.now() - historyDays * DAY_MS
    const recent = all.filter(({ session }) => Date.parse(session.endedAt) >= oldestMs)
    if (recent.length === 0) return []
    const payload = payloadNow()
    const known = await keptAmong(
      payload,
      recent.map(({ session }) => session.sid),
    )
    const fresh = recent.filter(({ session }) => !known.has(session.sid))
    if (fresh.length === 0) return []
    const demoIds = fresh.map(({ session }) => session.demoId)
    const demos = await demosAmong(payload, collections.demos, demoIds)
    const refused: Refused[] = []
    for (const ended of fresh) {
      const { demoId, sid } = ended.session
      const demo = demos.has(demoId) ? ownId(payload, collections.demos, demoId) : null
      await keepOne(payload, ended, demo).catch((error) => refused.push({ sid, error }))
    }
    return refused
  }
