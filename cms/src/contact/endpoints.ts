// GET /contact: a token for a form. POST /contact: the form.
import { json, readJson } from '@shellfolio/payload-terminal/endpoint'
import type { Limiter } from '@shellfolio/payload-terminal/limiter'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { CONTACT } from '../limits.ts'
import type { FormTokens } from './form-token.ts'
import { receive } from './receive.ts'
import { type Submission, submissionSchema } from './submission.ts'

export type ContactOptions = {
  tokens: FormTokens
  limiter: Limiter
  /** What stands for an address where requests are counted. */
  hashAddress: (address: string) => string
  /** Whether messages are mailed on. */
  isMailed: boolean
}

/** Messages for people, one for each field. */
const parse = (body: unknown): Submission => {
  const parsed = submissionSchema.safeParse(body)
  if (parsed.success) return parsed.data
  const { fieldErrors, formErrors } = z.flattenError(parsed.error)
  const detail = [...Object.values(fieldErrors).flat(), ...formErrors].join(' ')
  throw new CmsRefusal('form-incomplete', { detail })
}

const formOf = (tokens: FormTokens, token: string): string => {
  const form = tokens.read(token)
  if (!form) throw new CmsRefusal('form-unknown')
  if (form.age === 'too-old') throw new CmsRefusal('form-expired')
  if (form.age === 'too-young') {
    throw new CmsRefusal('form-too-fast', {
      headers: { 'retry-after': String(Math.ceil(CONTACT.minFormAgeMs / 1000)) },
    })
  }
  return form.id
}

const takeOf =
  ({ limiter, hashAddress }: Pick<ContactOptions, 'limiter' | 'hashAddress'>) =>
  async (headers: Headers) => {
    // Set by the server itself, from what trusted proxies say.
    const address = hashAddress(headers.get('x-forwarded-for') ?? '')
    for (const [key, rate] of [
      [`contact:${address}`, CONTACT.rate],
      ['contact', CONTACT.allRate],
    ] as const) {
      const verdict = await limiter.take(key, rate)
      if (verdict.isAllowed) continue
      throw new CmsRefusal('rate-limited', {
        headers: { 'retry-after': String(verdict.retryAfterS) },
      })
    }
  }

export const contactEndpoints = ({ tokens, isMailed, ...counting }: ContactOptions): Endpoint[] => {
  const take = takeOf(counting)
  return [
    {
      path: '/contact',
      method: 'get',
      handler: answering(async () =>
        json({ token: tokens.issue(), fillInS: CONTACT.minFormAgeMs / 1000 }),
      ),
    },
    {
      path: '/contact',
      method: 'post',
      handler: answering(async (req) => {
        const submission = parse(await readJson(req, CONTACT.maxBodyBytes))
        const form = formOf(tokens, submission.token)
        // Only what would be stored counts: a mistake in the form costs nothing.
        await take(req.headers)
        await receive(req, submission, { form, isMailed })
        // The same for spam: its senders learn nothing.
        return json({ state: 'received' }, 202)
      }),
    },
  ]
}
