// The key with which a browser comes back to its session: random bytes it gets once, and the hash the server remembers.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { SESSION_KEY_BYTES } from '../limits.ts'

export const mintSessionKey = (): string => randomBytes(SESSION_KEY_BYTES).toString('base64url')

const digest = (key: string) => createHash('sha256').update(key).digest()

export const hashSessionKey = (key: string): string => digest(key).toString('base64url')

/** Hash of a key that nobody has, so that an unknown session costs what a wrong key costs. */
const NOBODYS = hashSessionKey(mintSessionKey())

/** Whether `key` has the hash `expected`, in a time that does not depend on either; never when there is none. */
export const isSessionKey = (key: string, expected: string | undefined): boolean => {
  const wanted = Buffer.from(expected ?? NOBODYS, 'base64url')
  const given = digest(key)
  return wanted.byteLength === given.byteLength && timingSafeEqual(given, wanted)
}
