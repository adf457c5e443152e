// The logins of an account: what is known of each, and their end.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { inTransaction } from '../sql.ts'

export type Login = {
  id: string
  createdAt: Date | null
  seenAt: Date | null
  browser: string | null
  address: string | null
}

const row = z
  .object({
    id: z.string(),
    created_at: z.coerce.date().nullable(),
    seen_at: z.coerce.date().nullable(),
    browser: z.string().nullable(),
    address: z.string().nullable(),
  })
  .transform(
    ({ created_at, seen_at, ...known }): Login => ({
      ...known,
      createdAt: created_at,
      seenAt: seen_at,
    }),
  )

/** Those that still hold, the last used first. */
export const loginsOf = async (req: PayloadRequest, account: string): Promise<Login[]> => {
  const rows = await inTransaction(
    req,
    sql`select s.id, s.created_at, l.seen_at, l.browser, l.address
      from users_sessions s left join logins l on l.session = s.id
      where s._parent_id = ${account} and s.expires_at > now()
      order by coalesce(l.seen_at, s.created_at) desc nulls last`,
  )
  return z.array(row).parse(rows)
}

/** Until the transaction ends, nobody else changes the account or its logins. */
export const lockAccount = async (req: PayloadRequest, account: string): Promise<void> => {
  await inTransaction(req, sql`select id from users where id = ${account} for update`)
}

/** Forgets what was known of logins that ended. */
export const dropEnded = async (req: PayloadRequest, account: string): Promise<void> => {
  await inTransaction(
    req,
    sql`delete from logins where account_id = ${account}
      and session not in (select id from users_sessions where _parent_id = ${account})`,
  )
}

/** Ends one login, or all but one. Answers how many; the account has to be locked. */
export const endLogins = async (
  req: PayloadRequest,
  account: string,
  which: { only: string } | { except: string | undefined },
): Promise<number> => {
  const chosen =
    'only' in which
      ? sql`and id = ${which.only}`
      : which.except === undefined
        ? sql``
        : sql`and id <> ${which.except}`
  const ended = await inTransaction(
    req,
    sql`delete from users_sessions where _parent_id = ${account} ${chosen} returning id`,
  )
  await dropEnded(req, account)
  return ended.length
}
