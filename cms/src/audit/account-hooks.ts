// Tells the log who logs in and out, who fails to, and which account that locks.
import type {
  AfterErrorHook,
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionAfterOperationHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { LOCK_TIME_MS } from '../limits.ts'
import { AUDIT_LOG, audit } from './record.ts'

type Account = { id: number | string; name?: string; email?: string; lockUntil?: string | null }

const named = ({ name, email }: Account): string | undefined => name ?? email

export const logLogin: CollectionAfterLoginHook = async ({ collection, context, req, user }) => {
  // Setting a forgotten password looks like a login and is none.
  if (context.isReset === true) return
  await audit(req, { action: 'login', user: { ...user, collection: collection.slug } })
}

export const logLogout: CollectionAfterLogoutHook = async ({ req }) => {
  await audit(req, { action: 'logout' })
}

/** After its commit: Payload calls no hook inside. */
export const logUnlock: CollectionAfterOperationHook = async ({ args, operation, req, result }) => {
  // Payload's types leave this operation out.
  if ((operation as string) !== 'unlock') return result
  const { data } = args as { data?: { email?: unknown } }
  const title = typeof data?.email === 'string' ? data.email : undefined
  await audit(req, { action: 'account-unlocked', target: { place: 'users', title } })
  return result
}

const findAccount = async (req: PayloadRequest, slug: string, email: unknown) => {
  if (typeof email !== 'string' || email === '' || email.includes('\0')) return undefined
  const found = await req.payload.db.findOne<Account>({
    collection: slug as CollectionSlug,
    where: { email: { equals: email.toLowerCase().trim() } },
  })
  return found ?? undefined
}

/** A lock is told once, however often somebody still tries. */
const isLockTold = async (req: PayloadRequest, id: string, lockUntilMs: number) => {
  const since = new Date(lockUntilMs - LOCK_TIME_MS - 60_000).toISOString()
  const found = await req.payload.db.findOne({
    collection: AUDIT_LOG as CollectionSlug,
    where: {
      and: [
        { documentId: { equals: id } },
        { action: { equals: 'account-locked' } },
        { createdAt: { greater_than: since } },
      ],
    },
  })
  return Boolean(found)
}

/** What somebody typed as their address is kept only where it is one of an account: people type passwords there. */
const logFailure = async (
  req: PayloadRequest,
  slug: string,
  email: unknown,
  action: 'login-failed' | 'factor-failed',
): Promise<void> => {
  const account = await findAccount(req, slug, email)
  const target = account ? { place: slug, id: account.id, title: named(account) } : { place: slug }
  await audit(req, { action, target, user: null })
  const lockUntilMs = Date.parse(account?.lockUntil ?? '')
  if (!account || !(lockUntilMs > Date.now())) return
  if (await isLockTold(req, String(account.id), lockUntilMs)) return
  await audit(req, { action: 'account-locked', target, user: { ...account, collection: slug } })
}

/** An answer is on its way already: a log that cannot be written is told to whoever runs the CMS. */
export const logFailedLogin: AfterErrorHook = async ({ collection, error, req }) => {
  const { status, data } = error as { status?: number; data?: { code?: string } | null }
  // The password was right, and the page asks for the code now.
  if (data?.code === 'second-factor-needed') return
  if (status !== 401 || !collection || !req.pathname?.endsWith('/login')) return
  try {
    const action = data?.code?.startsWith('second-factor-') ? 'factor-failed' : 'login-failed'
    await logFailure(req, collection.slug, req.data?.email, action)
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A failed login could not be logged.' })
  }
}
