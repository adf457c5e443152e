// Signs what the CMS would sign for the service, and what it never would.
import { randomUUID } from 'node:crypto'
import {
  CONTROL_AUDIENCE,
  type ControlGrant,
  GRANT_ISSUER,
  GRANT_TTL_S,
  SESSION_AUDIENCE,
  type SessionGrant,
} from '@shellfolio/protocol'
import { SignJWT } from 'jose'

export type TokenOptions = {
  key?: string
  audience?: string
  issuer?: string
  expiresInS?: number
  jti?: string
}

/** Claims of any kind, honest or not. */
export const signClaims = (
  claims: Record<string, unknown>,
  {
    key,
    audience,
    issuer = GRANT_ISSUER,
    expiresInS = GRANT_TTL_S,
    jti = randomUUID(),
  }: TokenOptions & { key: string; audience: string },
): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setJti(jti)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInS)
    .sign(new TextEncoder().encode(key))

/** Signs with `grantKey`, unless a token wants another. */
export const grantSigner = (grantKey: string) => ({
  sign: (grant: SessionGrant, token: TokenOptions = {}) =>
    signClaims({ grant }, { key: grantKey, audience: SESSION_AUDIENCE, ...token }),
  signControl: (control: ControlGrant, token: TokenOptions = {}) =>
    signClaims({ control }, { key: grantKey, audience: CONTROL_AUDIENCE, ...token }),
})
