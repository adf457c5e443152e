// GET /api/status: what works and since when, for everyone. It names no addresses and never says more than that.
import { sql } from '@payloadcms/db-postgres'
import { json } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint, Payload } from 'payload'
import { onItsOwn } from '../accounts/sql.ts'
import { answering } from '../answering.ts'
import type { CmsEnv } from '../env.ts'
import { type Language, languageOf } from '../languages/languages.ts'
import { HEALTH } from '../limits.ts'
import { type CheckName, checksOf, type State } from './checks.ts'
import { type Known, latestChecks } from './keep.ts'

/** `unknown`: nobody has looked for a while. Times are ISO 8601. */
export type ServiceStatus = { name: CheckName; state: State | 'unknown'; since: string | null }
/** `ok` and `at`: how the demo's commands went when they were last tried, if they ever were. */
export type DemoStatus = { title: string; ok: boolean | null; at: string | null }
export type Status = { at: string; services: ServiceStatus[]; demos: DemoStatus[] }

const iso = (ms: number) => new Date(ms).toISOString()

/** Demos that visitors see, and their last smoke runs. */
const demosOf = async (payload: Payload, locale: Language): Promise<DemoStatus[]> => {
  const { docs } = await payload.find({
    collection: 'demos',
    sort: 'title',
    limit: HEALTH.shownDemos,
    depth: 0,
    locale,
    overrideAccess: false,
  })
  if (docs.length === 0) return []
  const ids = sql.join(
    docs.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  )
  const rows = await onItsOwn(
    payload,
    sql`select distinct on (demo_id) demo_id as demo, ok, created_at as at
      from terminal_smoke_runs where demo_id in (${ids}) order by demo_id, created_at desc`,
  )
  const runs = new Map(rows.map(({ demo, ok, at }) => [demo, { ok, at }]))
  return docs.map(({ id, title }) => {
    const run = runs.get(id)
    return {
      title,
      ok: run ? run.ok === true : null,
      at: run ? iso(Number(new Date(run.at as string))) : null,
    }
  })
}

const serviceOf = (name: CheckName, known: Known | undefined): ServiceStatus => {
  if (!known || Date.now() - known.foundAt > HEALTH.believedMs)
    return { name, state: 'unknown', since: null }
  return { name, state: known.state, since: iso(known.since) }
}

export const statusEndpoint = (env: CmsEnv): Endpoint => {
  const last = new Map<Language, Status>()
  const asking = new Map<Language, Promise<Status>>()
  /** While the database is away nobody can keep that it is. */
  let lostAt: number | undefined

  const read = async (payload: Payload, locale: Language): Promise<Status> => {
    const names = [...checksOf(payload, env).keys()]
    try {
      const [latest, demos] = await Promise.all([latestChecks(payload), demosOf(payload, locale)])
      lostAt = undefined
      return {
        at: iso(Date.now()),
        services: names.map((name) => serviceOf(name, latest.get(name))),
        demos,
      }
    } catch (err) {
      if (lostAt === undefined) payload.logger.error({ err, msg: 'The status cannot be read.' })
      lostAt ??= Date.now()
      const away: ServiceStatus = { name: 'database', state: 'down', since: iso(lostAt) }
      const others = names.filter((name) => name !== 'database')
      const services = [away, ...others.map((name) => serviceOf(name, undefined))]
      return { at: iso(Date.now()), services, demos: [] }
    }
  }

  /** One question at a time in a language, however many ask. */
  const ask = async (payload: Payload, locale: Language): Promise<Status> => {
    const answer = asking.get(locale) ?? read(payload, locale).finally(() => asking.delete(locale))
    asking.set(locale, answer)
    const status = await answer
    last.set(locale, status)
    return status
  }

  return {
    path: '/status',
    method: 'get',
    handler: answering(async ({ payload, query }) => {
      const locale = languageOf(query?.locale)
      const known = last.get(locale)
      const isFresh = known !== undefined && Date.now() - Date.parse(known.at) < HEALTH.statusTtlMs
      return json(isFresh ? known : await ask(payload, locale))
    }),
  }
}
