// Keeps Payload's list of sessions true while accounts change under it. Payload reads an account, hashes for a third of a
// second, and writes back all it read: what was changed or ended meanwhile would come back.
import { sql } from '@payloadcms/db-postgres'
import {
  AuthenticationError,
  type CollectionAfterLoginHook,
  type CollectionAfterLogoutHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { z } from 'zod'
import { audit } from '../../audit/record.ts'
import { inTransaction, onItsOwn } from '../sql.ts'
import { accountTarget } from '../who.ts'
import { browserName, shortAddress } from './browser.ts'
import { LOGINS } from './collection.ts'
import { dropEnded, endLogins, lockAccount } from './store.ts'

const account = z.object({
  id: z.string(),
  email: z.string(),
  role: z.string(),
  salt: z.string().nullable(),
  disabled: z.boolean().nullable(),
})
const session = z.object({ id: z.string(), createdAt: z.coerce.date(), expiresAt: z.coerce.date() })

const COLUMNS = sql`id, email, role, salt, disabled`

/** Waits for whoever changes the account now, and takes all owners with it: two of them may change each other. */
const lockForUpdate = (req: PayloadRequest, id: string) =>
  inTransaction(
    req,
    sql`select id from users where id = ${id} or role = 'owner' order by id for update`,
  )

const lockForReset = (req: PayloadRequest, token: string) =>
  inTransaction(req, sql`select id from users where reset_password_token = ${token} for update`)

/** Payload runs this first, in the transaction of each of these but `login`, which has none yet. */
export const lockOrRemember: CollectionBeforeOperationHook = async ({
  args,
  context,
  operation,
  req,
}) => {
  const { id, data } = args as { id?: unknown; data?: { email?: unknown; token?: unknown } }
  if (operation === 'update' && typeof id === 'string') await lockForUpdate(req, id)
  if (operation === 'refresh' && req.user) await lockAccount(req, String(req.user.id))
  if (operation === 'resetPassword') {
    context.isReset = true
    await lockForReset(req, String(data?.token))
  }
  if (operation === 'login') {
    const email = String(data?.email).toLowerCase().trim()
    const [row] = await onItsOwn(
      req.payload,
      sql`select ${COLUMNS} from users where email = ${email}`,
    )
    context.accountAtStart = row
  }
  return args
}

/** The account as others see it: this transaction holds its row, so it stays so until the login is there. */
const committed = async (req: PayloadRequest, id: string) => {
  const [row] = await onItsOwn(req.payload, sql`select ${COLUMNS} from users where id = ${id}`)
  const sessions = await onItsOwn(
    req.payload,
    sql`select id, created_at as "createdAt", expires_at as "expiresAt" from users_sessions
      where _parent_id = ${id} and expires_at > now() order by _order`,
  )
  return { account: account.parse(row), sessions: z.array(session).parse(sessions) }
}

/** Refuses accounts that are disabled or were changed while the password was hashed; ends no login but those that ended. */
export const loginWithWhatHolds: CollectionBeforeLoginHook = async ({ context, req, user }) => {
  if (context.isReset === true) {
    if (user.disabled) throw new AuthenticationError(req.t)
    return user
  }
  const id = String(user.id)
  const now = await committed(req, id)
  const before = account.safeParse(context.accountAtStart).data
  const isSame = JSON.stringify(before) === JSON.stringify(now.account)
  if (!isSame || now.account.disabled) throw new AuthenticationError(req.t)
  const added = z.array(session).parse(user.sessions).at(-1)
  if (!added) throw new AuthenticationError(req.t)
  const sessions = [...now.sessions, added]
  await req.payload.db.updateOne({
    collection: 'users',
    id,
    data: { sessions },
    req,
    returning: false,
  })
  return { ...user, sessions }
}

/** A forgotten password is set and nobody is logged in by it: the second factor is asked at the login that follows. */
export const endOfReset: CollectionBeforeLoginHook = async ({ context, req, user }) => {
  if (context.isReset !== true) return user
  await endLogins(req, String(user.id), { except: undefined })
  const target = accountTarget(String(user.id), String(user.name))
  await audit(req, { action: 'password-changed', target, user: { ...user, collection: 'users' } })
  return { ...user, sessions: [] }
}

export const noteLogin: CollectionAfterLoginHook = async ({ context, req, user }) => {
  const added = z.array(session).safeParse(user.sessions).data?.at(-1)
  if (context.isReset === true || !added) return user
  const id = String(user.id)
  await dropEnded(req, id)
  await req.payload.create({
    collection: LOGINS,
    data: {
      account: id,
      session: added.id,
      browser: browserName(req.headers.get('user-agent')),
      address: shortAddress(req.headers.get('x-forwarded-for')),
      seenAt: added.createdAt.toISOString(),
    },
    overrideAccess: true,
    req,
  })
  return user
}

/** Payload reads the account after this, and writes it back. */
export const lockForLogout: CollectionAfterLogoutHook = async ({ req }) => {
  if (req.user) await lockAccount(req, String(req.user.id))
}

const own = z.object({ id: z.string(), _sid: z.string(), sessions: z.array(session) })

/** Another role or a disabled account ends its logins, except the one that says so. A new password does that by itself. */
export const endLoginsOnChange: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update') return data
  const hasOtherRole = data.role !== undefined && data.role !== originalDoc?.role
  const isDisabled = data.disabled === true && originalDoc?.disabled !== true
  if (!hasOtherRole && !isDisabled) return data
  const self = own.safeParse(req.user).data
  const kept =
    self && self.id === originalDoc?.id && !isDisabled
      ? self.sessions.filter(({ id }) => id === self._sid)
      : []
  return { ...data, sessions: kept }
}
