// The queue itself: rows of `webhook-deliveries`, taken by one process at a time. Below Payload's operations: nobody has to be asked.
import { sql } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { OUTBOX as LIMITS } from '../limits.ts'
import { retryDelayMs } from './backoff.ts'
import type { Outcome } from './receiver.ts'

export type Delivery = {
  id: string
  message: string
  subject: string
  /** This one included. */
  attempts: number
}

type Connection = { execute: (query: SQL) => Promise<{ rows: Delivery[] }> }

const run = async ({ db }: Payload, query: SQL): Promise<Delivery[]> => {
  const { rows } = await (db.drizzle as unknown as Connection).execute(query)
  return rows
}

const seconds = (ms: number) => ms / 1000

/** Messages that are due, oldest first. Whoever takes some and dies gives them back when the lease has run out. */
export const takeDue = (payload: Payload): Promise<Delivery[]> =>
  run(
    payload,
    sql`update webhook_deliveries
      set attempts = attempts + 1,
        next_try_at = now() + make_interval(secs => ${seconds(LIMITS.leaseMs)}),
        updated_at = now()
      where id in (
        select id from webhook_deliveries
        where state in ('waiting', 'failed') and next_try_at <= now()
        order by created_at limit ${LIMITS.batch} for update skip locked
      )
      returning id, message, subject, attempts::int`,
  )

/** Notes how a try went; a message that an owner sent again meanwhile keeps its new start. */
export const note = async (
  payload: Payload,
  { id, subject, attempts }: Delivery,
  { status, error }: Outcome,
): Promise<void> => {
  const isSame = sql`id = ${id} and attempts = ${attempts}`
  if (error === undefined) {
    await run(
      payload,
      sql`update webhook_deliveries
        set state = 'delivered', last_status = ${status ?? null}, error = null, next_try_at = null,
          delivered_at = now(), updated_at = now()
        where ${isSame}`,
    )
    return
  }
  const delayMs = retryDelayMs(attempts)
  if (delayMs === undefined) {
    payload.logger.warn({
      delivery: id,
      subject,
      status,
      msg: 'A message to the site was given up.',
    })
  }
  const next =
    delayMs === undefined ? sql`null` : sql`now() + make_interval(secs => ${seconds(delayMs)})`
  await run(
    payload,
    sql`update webhook_deliveries
      set state = ${delayMs === undefined ? 'given-up' : 'failed'}, last_status = ${status ?? null},
        error = ${error}, next_try_at = ${next}, updated_at = now()
      where ${isSame}`,
  )
}

/** Deletes what is settled and old, or one too many. What waits stays, however old. */
export const prune = async (payload: Payload): Promise<void> => {
  const days = (count: number) => sql`now() - make_interval(days => ${count})`
  await run(
    payload,
    sql`delete from webhook_deliveries
      where state in ('delivered', 'given-up') and (
        created_at < ${days(LIMITS.keptDays)}
        or id in (
          select id from webhook_deliveries where state in ('delivered', 'given-up')
          order by created_at desc offset ${LIMITS.keptRows}
        )
      )`,
  )
}
