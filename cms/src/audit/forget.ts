// The nightly job that forgets old entries, by the one function of the database that may.
import { sql } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload, TaskConfig } from 'payload'
import { AUDIT } from '../limits.ts'
import { AUDIT_SETTINGS } from './settings.ts'

/** Name of the task in Payload's jobs. */
export const FORGET_AUDIT = 'audit-forget'

type Connection = { execute: (query: SQL) => Promise<{ rows: { forgotten: number }[] }> }

/** How many entries were older than the owner's setting, and are gone. */
export const forgetOldEntries = async (payload: Payload): Promise<number> => {
  const settings = await payload.findGlobal({
    slug: AUDIT_SETTINGS,
    depth: 0,
    overrideAccess: true,
  })
  const days = settings.days ?? AUDIT.defaultDays
  const { rows } = await (payload.db.drizzle as unknown as Connection).execute(
    sql`select audit_log_forget(${days}::integer)::integer as forgotten`,
  )
  return rows[0]?.forgotten ?? 0
}

export const forgetAuditTask: TaskConfig = {
  slug: FORGET_AUDIT,
  label: 'Forget old log entries',
  retries: 2,
  schedule: [{ cron: AUDIT.forgetCron, queue: 'default' }],
  handler: async ({ req: { payload } }) => {
    await forgetOldEntries(payload)
    return { output: {} }
  },
}
