// The job that mails messages on: every message that waits is tried again, later each time, until it is sent or given up.
import { scheduledTask } from '@shellfolio/payload-terminal/jobs'
import type { Payload, TaskConfig, Where } from 'payload'
import { CONTACT } from '../limits.ts'
import type { Message } from '../payload-types.ts'
import { MESSAGES } from './collection.ts'
import { mailOf } from './mail-text.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const MAIL = 'contact-mail'

export type MailOptions = { to: string; cmsUrl: string }

const due = (nowMs: number): Where => ({
  and: [
    { 'mail.state': { equals: 'waiting' } },
    {
      or: [
        { 'mail.nextTryAt': { exists: false } },
        { 'mail.nextTryAt': { less_than_equal: new Date(nowMs).toISOString() } },
      ],
    },
  ],
})

/** Codes of nodemailer and of the network say enough; what a server answers may repeat addresses. */
const troubleOf = (error: unknown): string => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const said = [code, responseCode].filter((part) => ['string', 'number'].includes(typeof part))
  return said.length > 0 ? said.join(' ') : 'The mail server did not take it.'
}

type MailState = NonNullable<Message['mail']>

const note = (payload: Payload, id: Message['id'], mail: MailState) =>
  payload.update({ collection: MESSAGES, id, data: { mail }, overrideAccess: true, depth: 0 })

const send = async (payload: Payload, message: Message, options: MailOptions): Promise<void> => {
  const tries = (message.mail?.tries ?? 0) + 1
  try {
    await payload.sendEmail(mailOf(message, options))
    await note(payload, message.id, { state: 'sent', tries, trouble: null, nextTryAt: null })
  } catch (error) {
    const trouble = troubleOf(error)
    const isLast = tries >= CONTACT.maxTries
    const waitMs = CONTACT.firstRetryMs * 2 ** (tries - 1)
    const nextTryAt = isLast ? null : new Date(Date.now() + waitMs).toISOString()
    await note(payload, message.id, {
      state: isLast ? 'failed' : 'waiting',
      tries,
      trouble,
      nextTryAt,
    })
    const msg = isLast
      ? 'A message could not be mailed and is given up.'
      : 'A message was not mailed yet.'
    payload.logger.warn({ message: message.id, tries, trouble, msg })
  }
}

/** Sends what is due now. One after the other: a mail server that is slow is not asked by many at once. */
export const mailWaiting = async (payload: Payload, options: MailOptions): Promise<void> => {
  const { docs } = await payload.find({
    collection: MESSAGES,
    where: due(Date.now()),
    sort: 'createdAt',
    limit: CONTACT.mailsAtOnce,
    depth: 0,
    overrideAccess: true,
  })
  for (const message of docs) await send(payload, message, options)
}

export const mailTask = (options: MailOptions): TaskConfig =>
  scheduledTask({
    slug: MAIL,
    label: 'Mail what visitors wrote',
    cron: CONTACT.mailCron,
    handler: async ({ req }) => {
      await mailWaiting(req.payload, options)
      return { output: {} }
    },
  })
