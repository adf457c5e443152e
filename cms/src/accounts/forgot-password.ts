// A forgotten password: the answer comes at once and is the same whether there is such an account or not.
import { json } from '@shellfolio/payload-terminal/endpoint'
import {
  addDataAndFileToRequest,
  type CollectionAfterForgotPasswordHook,
  type Endpoint,
  type IncomingAuthType,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { z } from 'zod'
import { answering } from '../answering.ts'
import { audit } from '../audit/record.ts'
import { CmsRefusal } from '../errors.ts'
import { SENTENCE } from '../fields/text-lengths.ts'
import { FORGOT_PASSWORD } from '../limits.ts'

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => HTML[sign] ?? sign)

/** The address of the CMS itself, whatever host the request named. */
const linkFor = (req: PayloadRequest | undefined, token: string) => {
  const { serverURL, routes, admin } = req?.payload.config ?? {}
  return `${serverURL}${routes?.admin}${admin?.routes.reset}/${encodeURIComponent(token)}`
}

export const forgotPassword: IncomingAuthType['forgotPassword'] = {
  expiration: FORGOT_PASSWORD.expirationMs,
  minRequestInterval: FORGOT_PASSWORD.pauseMs,
  generateEmailSubject: () => 'A new password for your account',
  generateEmailHTML: ({ req, token = '' } = {}) => {
    const link = escaped(linkFor(req, token))
    return [
      '<p>Somebody, hopefully you, asked for a new password for your account.</p>',
      `<p><a href="${link}">${link}</a></p>`,
      '<p>The link works once, for an hour. If you did not ask, do nothing: your password stays.</p>',
    ].join('\n')
  },
}

/** Payload calls this where there is such an account alone. */
export const logForgottenPassword: CollectionAfterForgotPasswordHook = async ({ args }) => {
  const { req, data } = args as { req: PayloadRequest; data: { email?: string } }
  const target = { place: 'users', title: data.email }
  await audit(req, { action: 'password-asked', target, user: null })
}

/** What goes on after the answer; whoever closes Payload waits for it. */
const running = new WeakMap<Payload, Set<Promise<void>>>()

const sendTo = async (payload: Payload, email: string) => {
  try {
    await payload.forgotPassword({ collection: 'users', data: { email }, overrideAccess: false })
  } catch (error) {
    // Not the error itself: what mail servers say names the address.
    const { code } = error as { code?: unknown }
    payload.logger.error({ code, msg: 'The mail for a forgotten password could not be sent.' })
  }
}

/** Resolves once every mail that was asked for is sent or given up. */
export const forgotPasswordsSent = async (payload: Payload): Promise<void> => {
  await Promise.all(running.get(payload) ?? [])
}

export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: answering(async (req) => {
    // The admin sends a form, programs JSON.
    await addDataAndFileToRequest(req).catch(() => {
      throw new CmsRefusal('bad-request')
    })
    const asked = z.object({ email: z.string().min(1).max(SENTENCE) }).safeParse(req.data)
    if (!asked.success) throw new CmsRefusal('bad-request', { detail: 'Give a mail address.' })
    const { email } = asked.data
    const { payload } = req
    const all = running.get(payload) ?? new Set()
    running.set(payload, all)
    const one = sendTo(payload, email).finally(() => all.delete(one))
    all.add(one)
    return json({ message: 'If there is such an account, a mail is on its way to it.' })
  }),
}
