// Statements that must be one step, which Payload's own operations cannot be: inside the request's transaction, or outside it.
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

/** Drizzle inside or outside a transaction; Payload's types leave this open. */
type Connection = { execute: (query: SQL) => Promise<{ rows: Record<string, unknown>[] }> }

/** In the transaction of `req`, if it has one: sees what it wrote, and is undone with it. */
export const inTransaction = async (req: PayloadRequest, query: SQL) => {
  const { db } = req.payload
  const transaction = await req.transactionID
  const session = transaction === undefined ? undefined : db.sessions?.[transaction]
  const { rows } = await ((session?.db ?? db.drizzle) as Connection).execute(query)
  return rows
}

/** On a connection of its own: sees what others have committed, and stays whatever becomes of the request. */
export const onItsOwn = async ({ db }: Payload, query: SQL) => {
  const { rows } = await (db.drizzle as unknown as Connection).execute(query)
  return rows
}

/** All of what `act` does, or nothing; in the transaction there is, if there is one. */
export const atOnce = async <Result>(
  req: PayloadRequest,
  act: () => Promise<Result>,
): Promise<Result> => {
  const isOurs = await initTransaction(req)
  try {
    const result = await act()
    if (isOurs) await commitTransaction(req)
    return result
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}
