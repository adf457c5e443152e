// Keeps small secrets in the database so that the database alone does not give them away.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

const keyFor = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `shellfolio:${purpose}`, 32))

/** `place`: what the sealed text belongs to; it opens nowhere else. */
type Place = { secret: string; purpose: string; place: string }

export const seal = (text: string, { secret, purpose, place }: Place): string => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyFor(secret, purpose), iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** @throws when it was changed, moved to another place, or sealed with another secret */
export const unseal = (sealed: string, { secret, purpose, place }: Place): string => {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv(
    ALGORITHM,
    keyFor(secret, purpose),
    bytes.subarray(0, IV_BYTES),
    { authTagLength: TAG_BYTES },
  ).setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const body = bytes.subarray(IV_BYTES + TAG_BYTES)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
}

/** A keyed hash of something that is random enough not to be guessed. */
export const fingerprint = (text: string, { secret, purpose }: Omit<Place, 'place'>): string =>
  createHmac('sha256', keyFor(secret, purpose)).update(text).digest('base64url')
