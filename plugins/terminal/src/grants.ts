// Signs what the terminal service believes: session grants, control grants, and tokens for one archive each. HS256, one key,
// an audience for each.
import { randomUUID } from 'node:crypto'
import {
  ANNOUNCEMENT_AUDIENCE,
  ANNOUNCEMENT_ISSUER,
  ANNOUNCEMENT_TTL_S,
  type Announcement,
  ARCHIVE_AUDIENCE,
  CONTROL_AUDIENCE,
  type ControlGrant,
  GRANT_ISSUER,
  GRANT_TTL_S,
  SESSION_AUDIENCE,
  type SessionGrant,
} from '@shellfolio/protocol'
import { jwtVerify, SignJWT } from 'jose'
import { announcement } from './fleet/host.ts'
import { ARCHIVE_TOKEN_TTL_S, CLOCK_TOLERANCE_S, TRIAL_TOKEN_TTL_S } from './limits.ts'
import type { TicketRecord } from './tickets/store.ts'

export type Grants = {
  /** The grant of a session that begins or is joined now, with a fresh token for its archive. */
  session: (record: Pick<TicketRecord, 'grant' | 'archiveId'>) => Promise<string>
  /** What the CMS itself may order, once. */
  control: (control: ControlGrant) => Promise<string>
  /** Lets its bearer read the archive `id`, for a while. */
  archiveToken: (id: string, ttlS?: number) => Promise<string>
  /** Whether `token` lets its bearer read the archive `id`. */
  mayReadArchive: (token: string, id: string) => Promise<boolean>
  /** What a service says of itself; `undefined` for whatever none has signed a moment ago. */
  announcement: (token: string) => Promise<Announcement | undefined>
}

export const createGrants = (grantKey: string): Grants => {
  const key = new TextEncoder().encode(grantKey)

  const sign = (claims: SignJWT, audience: string, ttlS: number) =>
    claims
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(GRANT_ISSUER)
      .setAudience(audience)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${ttlS}s`)
      .sign(key)

  const archiveToken = (id: string, ttlS = ARCHIVE_TOKEN_TTL_S) =>
    sign(new SignJWT().setSubject(id), ARCHIVE_AUDIENCE, ttlS)

  return {
    archiveToken,
    session: async ({ grant, archiveId }) => {
      const token = await archiveToken(archiveId)
      const full: SessionGrant = { ...grant, archive: { ...grant.archive, token } }
      return sign(new SignJWT({ grant: full }), SESSION_AUDIENCE, GRANT_TTL_S)
    },
    control: (control) => sign(new SignJWT({ control }), CONTROL_AUDIENCE, GRANT_TTL_S),
    mayReadArchive: async (token, id) => {
      try {
        await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: GRANT_ISSUER,
          audience: ARCHIVE_AUDIENCE,
          subject: id,
          requiredClaims: ['exp', 'iat'],
          maxTokenAge: TRIAL_TOKEN_TTL_S,
          clockTolerance: CLOCK_TOLERANCE_S,
        })
        return true
      } catch {
        return false
      }
    },
    announcement: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: ANNOUNCEMENT_ISSUER,
          audience: ANNOUNCEMENT_AUDIENCE,
          requiredClaims: ['exp', 'iat'],
          maxTokenAge: ANNOUNCEMENT_TTL_S,
          clockTolerance: CLOCK_TOLERANCE_S,
        })
        return announcement.parse(payload.service)
      } catch {
        return undefined
      }
    },
  }
}
