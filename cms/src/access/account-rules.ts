// What holds for accounts beyond who may touch them: where they come from, their passwords, and that an owner remains.
import { sql } from '@payloadcms/db-postgres'
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  Forbidden,
  type PayloadRequest,
  type TypeWithID,
  type Where,
} from 'payload'
import { z } from 'zod'
import { type PasswordOwner, refusalOfPassword } from '../accounts/password-rules.ts'
import { inTransaction } from '../accounts/sql.ts'
import { isPerson } from './roles.ts'
import { owners } from './rules.ts'

/** Set on the context of the one call that makes the first account; requests from outside cannot set it. */
export const SETUP_CONTEXT = { isSetup: true } as const

const passwordOwner = z.object({ email: z.string().optional(), name: z.string().optional() })

const refuse = (message: string): never => {
  throw new APIError(message, 400, null, true)
}

/** Payload asks for access later: who would be refused there learns nothing from the words of a refusal here. */
const mayChange = (args: object, req: PayloadRequest, id: unknown): boolean =>
  ('overrideAccess' in args && args.overrideAccess === true) ||
  owners({ req }) ||
  (isPerson(req.user) && req.user.id === id)

/** Whose password is about to be set; a reset says so by its token alone. */
const ownerOf = async (
  req: PayloadRequest,
  { id, data }: { id?: number | string; data: Record<string, unknown> },
): Promise<PasswordOwner> => {
  const where: Where =
    id === undefined ? { resetPasswordToken: { equals: data.token } } : { id: { equals: id } }
  const known =
    id === undefined && typeof data.token !== 'string'
      ? undefined
      : await req.payload.db.findOne<PasswordOwner & TypeWithID>({
          collection: 'users',
          where,
          req,
        })
  return { ...known, ...passwordOwner.safeParse(data).data }
}

/** Looks at every password that is about to be set. Payload itself would take three characters. */
export const checkPassword: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return args
  const { data = {}, id } = args as { data?: Record<string, unknown>; id?: number | string }
  const isSet = data.password !== undefined && data.password !== null
  if (operation === 'update' && !isSet) return args
  if (operation === 'update' && id === undefined) refuse('Change one password at a time.')
  if (operation === 'update' && !mayChange(args, req, id)) return args
  const refusal = await refusalOfPassword(
    data.password,
    await ownerOf(req, { ...(id === undefined ? {} : { id }), data }),
  )
  if (refusal) refuse(refusal)
  return args
}

/** The first account is made by setup. Payload's own way is open to whoever finds an empty database first. */
export const refuseSelfRegistration: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation === 'create' && req.context.isSetup !== true && !owners({ req })) {
    throw new Forbidden(req.t)
  }
  return data
}

/** Owners that one request may remove or demote: in bulk all are judged before the first is written. */
const leaving = new WeakMap<PayloadRequest, Set<unknown>>()

/** Locks all owners until the transaction ends, so that two of them cannot remove each other at once. */
const assertOwnerRemains = async (req: PayloadRequest, id: number | string): Promise<void> => {
  const rows = await inTransaction(
    req,
    sql`select id from users where role = 'owner' and disabled is not true order by id for update`,
  )
  const gone = leaving.get(req) ?? new Set()
  leaving.set(req, gone)
  if (rows.every((row) => row.id === id || gone.has(row.id))) refuse('One owner has to remain.')
  gone.add(id)
}

export const keepOwnerOnChange: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const isLess = (data.role !== undefined && data.role !== 'owner') || data.disabled === true
  const was = originalDoc?.role === 'owner' && originalDoc.disabled !== true
  if (operation === 'update' && was && isLess) {
    await assertOwnerRemains(req, originalDoc.id)
  }
  return data
}

export const beforeAccountIsDeleted: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const account = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (account?.role === 'owner' && !account.disabled) await assertOwnerRemains(req, id)
  // What hangs on the account, and would keep it in the database.
  await inTransaction(req, sql`delete from logins where account_id = ${id}`)
  await inTransaction(req, sql`delete from second_factors where account_id = ${id}`)
}
