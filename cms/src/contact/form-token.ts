// The token that a contact form carries: says when the form was asked for, and makes sending it twice the same as once.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { CONTACT } from '../limits.ts'

/** `id` names the form. `age`: too young to have been read and filled in by a person, right, or too old. */
export type FormToken = { id: string; age: 'too-young' | 'right' | 'too-old' }

const ID_BYTES = 16
const SHAPE = /^([0-9a-z]{1,11})\.([\w-]{22})\.([\w-]{43})$/

/** Tokens of forms. `secret` is the CMS's; it signs nothing else under this name. `now`: milliseconds. */
export const formTokens = (secret: string, now: () => number = Date.now) => {
  const sign = (said: string): string =>
    createHmac('sha256', secret).update(`contact-form:${said}`).digest('base64url')
  return {
    issue: (): string => {
      const said = `${now().toString(36)}.${randomBytes(ID_BYTES).toString('base64url')}`
      return `${said}.${sign(said)}`
    },
    /** `undefined` for what was not issued here. */
    read: (token: string): FormToken | undefined => {
      const [, issued = '', id = '', signature = ''] = SHAPE.exec(token) ?? []
      if (!id) return undefined
      const expected = Buffer.from(sign(`${issued}.${id}`))
      if (!timingSafeEqual(expected, Buffer.from(signature))) return undefined
      const ageMs = now() - Number.parseInt(issued, 36)
      if (ageMs < CONTACT.minFormAgeMs) return { id, age: 'too-young' }
      return { id, age: ageMs > CONTACT.maxFormAgeMs ? 'too-old' : 'right' }
    },
  }
}

export type FormTokens = ReturnType<typeof formTokens>
