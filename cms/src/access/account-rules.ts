// What holds for accounts beyond who may touch them: where they come from, their passwords, and that an owner remains.
import { sql } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  Forbidden,
  type PayloadRequest,
} from 'payload'
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '../limits.ts'
import { owners } from './rules.ts'

/** Set on the context of the one call that makes the first account; requests from outside cannot set it. */
export const SETUP_CONTEXT = { isSetup: true } as const

const refuse = (message: string): never => {
  throw new APIError(message, 400, null, true)
}

const assertPassword = (password: unknown) => {
  if (typeof password !== 'string') refuse('Give a password.')
  const { length } = password as string
  if (length < MIN_PASSWORD_CHARACTERS) {
    refuse(`A password needs at least ${MIN_PASSWORD_CHARACTERS} characters.`)
  }
  if (length > MAX_PASSWORD_CHARACTERS) {
    refuse(`A password has at most ${MAX_PASSWORD_CHARACTERS} characters.`)
  }
}

/** Looks at every password that is about to be set. Payload itself would take three characters. */
export const checkPassword: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return args
  const data = ('data' in args ? args.data : undefined) as { password?: unknown } | undefined
  const isSet = data?.password !== undefined && data.password !== null
  if (operation !== 'update' || isSet) assertPassword(data?.password)
  return args
}

/** The first account is made by setup. Payload's own way is open to whoever finds an empty database first. */
export const refuseSelfRegistration: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation === 'create' && req.context.isSetup !== true && !owners({ req })) {
    throw new Forbidden(req.t)
  }
  return data
}

/** Drizzle inside or outside a transaction; Payload's types leave this open. */
type Connection = { execute: (query: SQL) => Promise<{ rows: { id: number | string }[] }> }

/** Owners other than `id`, locked until the transaction ends, so that two owners cannot remove each other at once. */
const otherOwners = async (req: PayloadRequest, id: number | string): Promise<number> => {
  const { db } = req.payload
  const transaction = await req.transactionID
  const session = transaction === undefined ? undefined : db.sessions?.[transaction]
  const connection = (session?.db ?? db.drizzle) as Connection
  const { rows } = await connection.execute(
    sql`select id from users where role = 'owner' for update`,
  )
  return rows.filter((row) => row.id !== id).length
}

const assertOwnerRemains = async (req: PayloadRequest, id: number | string) => {
  if ((await otherOwners(req, id)) === 0) refuse('One owner has to remain.')
}

export const keepOwnerOnChange: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const isDemoted = data.role !== undefined && data.role !== 'owner'
  if (operation === 'update' && originalDoc?.role === 'owner' && isDemoted) {
    await assertOwnerRemains(req, originalDoc.id)
  }
  return data
}

export const keepOwnerOnDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const account = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (account?.role === 'owner') await assertOwnerRemains(req, id)
}
