// Keys of programs: shown once, kept as a keyed hash, checked with their expiry on every request.
import { randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { AuthStrategy, Payload } from 'payload'
import { SERVICE_KEY_BYTES } from '../../limits.ts'
import { createSeen } from '../logins/seen.ts'
import { fingerprint } from '../seal.ts'
import { onItsOwn } from '../sql.ts'

export const SERVICE_ACCOUNTS = 'service-accounts'

/** As Payload's own keys are sent. */
const HEADER = `${SERVICE_ACCOUNTS} API-Key `

export const newKey = (): string => randomBytes(SERVICE_KEY_BYTES).toString('base64url')

export const keyFingerprint = (payload: Payload, key: string): string =>
  fingerprint(key, { secret: payload.secret, purpose: 'service-key' })

const noteUse = async (payload: Payload, id: string) => {
  try {
    await onItsOwn(payload, sql`update service_accounts set last_used_at = now() where id = ${id}`)
  } catch (err) {
    payload.logger.warn({ err, msg: 'It was not noted that a key was used.' })
  }
}

/** Nobody, for a key that is unknown, expired or revoked. `_strategy` says that no login is behind it. */
export const serviceKeyStrategy = (): AuthStrategy => {
  const isDue = createSeen()
  return {
    name: 'service-key',
    authenticate: async ({ headers, payload }) => {
      const header = headers.get('authorization') ?? ''
      if (!header.startsWith(HEADER)) return { user: null }
      const { docs } = await payload.find({
        collection: SERVICE_ACCOUNTS,
        where: {
          keyFingerprint: { equals: keyFingerprint(payload, header.slice(HEADER.length)) },
          revoked: { not_equals: true },
          expiresAt: { greater_than: new Date().toISOString() },
        },
        limit: 1,
        pagination: false,
        depth: 0,
        overrideAccess: true,
      })
      const [account] = docs
      if (!account) return { user: null }
      if (isDue(account.id)) await noteUse(payload, account.id)
      return { user: { ...account, collection: SERVICE_ACCOUNTS, _strategy: 'api-key' } }
    },
  }
}
