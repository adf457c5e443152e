// Looks at everything once and keeps what is new.
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { onItsOwn } from '../accounts/sql.ts'
import type { CmsEnv } from '../env.ts'
import { HEALTH } from '../limits.ts'
import { CHECKS, type CheckName, checksOf, look, type State } from './checks.ts'
import { HEALTH_CHECKS } from './collection.ts'

/** Milliseconds since 1970: when it came into that state, when that was written, and when it was last found so. */
export type Known = {
  id: string
  check: CheckName
  state: State
  since: number
  writtenAt: number
  foundAt: number
}

/** The newest row of each check. @throws when the database does not answer */
export const latestChecks = async (payload: Payload): Promise<Map<CheckName, Known>> => {
  const names = Object.keys(CHECKS) as CheckName[]
  const found = await Promise.all(
    names.map(async (check) => {
      const { docs } = await payload.find({
        collection: HEALTH_CHECKS,
        where: { check: { equals: check } },
        sort: '-createdAt',
        limit: 1,
        pagination: false,
        depth: 0,
        overrideAccess: true,
      })
      return docs.map(
        ({ id, state, since, createdAt, updatedAt }): Known => ({
          id,
          check,
          state,
          since: Date.parse(since),
          writtenAt: Date.parse(createdAt),
          foundAt: Date.parse(updatedAt),
        }),
      )
    }),
  )
  return new Map(found.flat().map((known) => [known.check, known]))
}

/** The row says when it was last found so; nothing else of it changes. */
const confirm = (payload: Payload, { id }: Known, nowMs: number) =>
  onItsOwn(
    payload,
    sql`update health_checks set updated_at = ${new Date(nowMs).toISOString()} where id = ${id}`,
  )

const prune = (payload: Payload) =>
  onItsOwn(
    payload,
    sql`delete from health_checks
      where created_at < now() - make_interval(days => ${HEALTH.keptDays})
        or id in (select id from health_checks order by created_at desc offset ${HEALTH.keptRows})`,
  )

/** `nowMs`: tests move it. @throws when the database does not answer: then nothing can be kept */
export const checkHealth = async (
  payload: Payload,
  env: CmsEnv,
  nowMs = Date.now(),
): Promise<void> => {
  const looks = [...checksOf(payload, env)].map(async ([check, ask]) => ({
    check,
    ...(await look(ask)),
  }))
  const found = await Promise.all(looks)
  const latest = await latestChecks(payload)
  for (const { check, state, sentence, ms } of found) {
    const before = latest.get(check)
    const isSame = before?.state === state
    if (isSame && nowMs - before.writtenAt < HEALTH.heartbeatMs) {
      await confirm(payload, before, nowMs)
      continue
    }
    if (before && !isSame) {
      const level = state === 'up' ? 'info' : 'warn'
      payload.logger[level]({ check, state, msg: `${CHECKS[check]}: ${sentence}` })
    }
    await payload.create({
      collection: HEALTH_CHECKS,
      data: {
        check,
        state,
        sentence,
        ms,
        since: new Date(isSame ? before.since : nowMs).toISOString(),
      },
      depth: 0,
      overrideAccess: true,
    })
  }
  await prune(payload)
}
