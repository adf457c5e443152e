// What a visitor of `/contact` gets: an empty form, the same form with what is wrong with it, or the way to `/contact/sent`.
import type { IncomingMessage } from 'node:http'
import { siteEnv } from '../env.ts'
import { LIMITS } from '../limits.ts'
import { BodyTooLargeError, readBody } from '../server/body.ts'
import { isFromHere } from '../server/from-here.ts'
import { readToken, sendMessage } from './ask.ts'
import {
  type ContactForm,
  emptyForm,
  type Refusal,
  readSubmission,
  type Submission,
  troublesWith,
  typedOf,
} from './form.ts'

type FormAnswer = {
  state: 'form'
  status: number
  form: ContactForm
  headers: Record<string, string>
}
export type ContactAnswer = { state: 'sent' } | FormAnswer

const STATUS: Record<Refusal, number> = {
  'form-incomplete': 422,
  'form-too-fast': 422,
  'form-expired': 422,
  'form-unknown': 422,
  'rate-limited': 429,
  elsewhere: 403,
  'body-too-large': 413,
  unavailable: 503,
}

/** Only a form that is new can be sent after these; after others the same one can, and stays one message. */
const NEEDS_NEW_FORM: ReadonlySet<Refusal> = new Set(['form-expired', 'form-unknown'])

const answerOf = (form: ContactForm, headers: Record<string, string> = {}): FormAnswer => ({
  state: 'form',
  status: form.refusal ? STATUS[form.refusal] : 200,
  form,
  headers,
})

const isForm = ({ headers }: IncomingMessage): boolean =>
  /^application\/x-www-form-urlencoded(?:;|$)/i.test(headers['content-type'] ?? '')

/** What the CMS gets to see of the visitor: as much as of those whose requests are handed on to it. */
const visitorOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    (['x-forwarded-for', 'user-agent', 'origin', 'sec-fetch-site'] as const).flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

const refuse = async (
  submission: Submission,
  refusal: Refusal,
  headers: Record<string, string> = {},
): Promise<ContactAnswer> => {
  const fresh = NEEDS_NEW_FORM.has(refusal) ? await readToken() : null
  // Without a CMS the old one stays: what was typed is not lost.
  const token = fresh ?? submission.token
  const troubles = refusal === 'form-incomplete' ? troublesWith(submission) : {}
  return answerOf({ token, typed: typedOf(submission), troubles, refusal }, headers)
}

const answerSubmission = async (
  request: IncomingMessage,
  wait: string | undefined,
): Promise<ContactAnswer> => {
  const body = await readBody(request, LIMITS.contact.maxBodyBytes)
  const submission = readSubmission(body.toString('utf8'))
  if (wait) return refuse(submission, 'rate-limited', { 'retry-after': wait })
  if (Object.keys(troublesWith(submission)).length > 0) return refuse(submission, 'form-incomplete')
  const { refusal, retryAfter } = await sendMessage(submission, visitorOf(request))
  if (!refusal) return { state: 'sent' }
  return refuse(submission, refusal, retryAfter ? { 'retry-after': retryAfter } : {})
}

/**
 * Never throws for what a visitor sends, nor for a CMS that is away. `wait`: the seconds that one who asks too often has to
 * wait, for whom the CMS is asked nothing.
 */
export const answerContact = async (
  request: IncomingMessage,
  wait?: string,
): Promise<ContactAnswer> => {
  const freshToken = async () => (wait ? null : readToken())
  if (request.method !== 'POST') {
    const answer = answerOf(emptyForm(await freshToken()))
    return wait
      ? { ...answer, status: STATUS['rate-limited'], headers: { 'retry-after': wait } }
      : answer
  }
  if (!isFromHere(request, siteEnv().SITE_URL) || !isForm(request)) {
    return answerOf(emptyForm(await freshToken(), 'elsewhere'), { connection: 'close' })
  }
  try {
    return await answerSubmission(request, wait)
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error
    const form = emptyForm(await freshToken(), 'body-too-large')
    return answerOf(form, { connection: 'close' })
  }
}
