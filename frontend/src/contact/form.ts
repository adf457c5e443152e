// The contact form: what is typed, what is wrong with it, and why it was not sent. Pure.
import { z } from 'zod'
import { LIMITS } from '../limits.ts'

export const FIELDS = ['name', 'email', 'message'] as const
export type Field = (typeof FIELDS)[number]

export type Trouble = 'missing' | 'tooShort' | 'tooLong' | 'wrong'

/** Why a form was not sent, besides what is wrong with its fields. */
export const REFUSALS = [
  'form-incomplete',
  'form-too-fast',
  'form-expired',
  'form-unknown',
  'rate-limited',
  /** It came from a page of another site, or not as a form. */
  'elsewhere',
  'body-too-large',
  /** The CMS did not answer. */
  'unavailable',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** `token`: null when nothing can be sent now. */
export type ContactForm = {
  token: string | null
  typed: Record<Field, string>
  troubles: Partial<Record<Field, Trouble>>
  refusal: Refusal | null
}

export type Submission = Record<Field, string> & { website: string; token: string }

const NOTHING: Record<Field, string> = { name: '', email: '', message: '' }

export const emptyForm = (token: string | null, refusal: Refusal | null = null): ContactForm => ({
  token,
  typed: NOTHING,
  troubles: {},
  refusal,
})

const { maxName, maxEmail, minMessage, maxMessage, maxToken } = LIMITS.contact

const isOneLine = (value: string) => !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(value)
/** Tabs and line breaks are part of a text; other control characters are not. */
const isPlainText = (value: string) => !/[^\P{Cc}\t\n]/u.test(value)

/** The same rules as the CMS's, which has the last word. */
const troubleWith: Record<Field, (value: string) => Trouble | null> = {
  name: (value) => {
    if (value === '') return 'missing'
    if (value.length > maxName) return 'tooLong'
    return isOneLine(value) ? null : 'wrong'
  },
  email: (value) => {
    if (value === '') return 'missing'
    if (value.length > maxEmail) return 'tooLong'
    return z.email().safeParse(value).success ? null : 'wrong'
  },
  message: (value) => {
    if (value === '') return 'missing'
    if (value.length < minMessage) return 'tooShort'
    if (value.length > maxMessage) return 'tooLong'
    return isPlainText(value) ? null : 'wrong'
  },
}

/** Browsers send line breaks as two characters. */
const cleaned = (value: string | null) => (value ?? '').replaceAll(/\r\n?/g, '\n').trim()

/** What a browser sends of the form, whatever else is in it. */
export const readSubmission = (body: string): Submission => {
  const sent = new URLSearchParams(body)
  return {
    name: cleaned(sent.get('name')),
    email: cleaned(sent.get('email')),
    message: cleaned(sent.get('message')),
    website: (sent.get('website') ?? '').slice(0, maxName),
    token: (sent.get('token') ?? '').slice(0, maxToken),
  }
}

export const troublesWith = (submission: Submission): ContactForm['troubles'] =>
  Object.fromEntries(
    FIELDS.flatMap((field) => {
      const trouble = troubleWith[field](submission[field])
      return trouble ? [[field, trouble]] : []
    }),
  )

/** What was typed, to be shown again; more than a field takes is cut off. */
export const typedOf = ({ name, email, message }: Submission): ContactForm['typed'] => ({
  name: name.slice(0, maxName),
  email: email.slice(0, maxEmail),
  // Room to shorten it.
  message: message.slice(0, 2 * maxMessage),
})
