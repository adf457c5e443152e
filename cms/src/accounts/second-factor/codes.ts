// One-time codes by time (RFC 6238, as authenticator apps make them), and the recovery codes for who lost the app.
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { SECOND_FACTOR } from '../../limits.ts'

const ISSUER = 'Shellfolio'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    period: SECOND_FACTOR.stepS,
  })

/** 160 bits, as base32. */
export const newSecret = (): string => new Secret({ size: SECOND_FACTOR.secretBytes }).base32

/** What the app reads from the picture. */
export const uriOf = (secret: string, email: string): string => totpOf(secret, email).toString()

/** The code of the moment; `nowMs` moves in tests. */
export const codeAt = (secret: string, nowMs: number): string =>
  totpOf(secret).generate({ timestamp: nowMs })

/** The number of the step that `code` belongs to, within one before or after now; compared in constant time. */
export const stepOf = (secret: string, code: string, nowMs = Date.now()): number | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined
  const totp = totpOf(secret)
  const delta = totp.validate({ token: code, timestamp: nowMs, window: SECOND_FACTOR.window })
  return delta === null ? undefined : totp.counter({ timestamp: nowMs }) + delta
}

const newRecoveryCode = (): string => {
  const letters = [...randomBytes(SECOND_FACTOR.recoveryLetters)].map((byte) => BASE32[byte % 32])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** 80 bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: SECOND_FACTOR.recoveryCodes }, newRecoveryCode)

/** As people type it back: without hyphens and spaces, in either case. Nothing if it cannot be one. */
export const recoveryCodeIn = (typed: string): string | undefined => {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '')
  const isOne = letters.length === SECOND_FACTOR.recoveryLetters && /^[A-Z2-7]+$/.test(letters)
  return isOne ? letters : undefined
}
