// The mail that tells of a message. Pure.
import type { SendEmailOptions } from 'payload'
import type { Message } from '../payload-types.ts'

/** Line breaks would begin another field of the head; what is stored has none, and is not trusted for it. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** `to`: who is told; `cmsUrl`: where the inbox is. The Message-ID stays the same on every try, so that repetitions show once. */
export const mailOf = (
  {
    id,
    name,
    email,
    message,
    createdAt,
  }: Pick<Message, 'id' | 'name' | 'email' | 'message' | 'createdAt'>,
  { to, cmsUrl }: { to: string; cmsUrl: string },
): SendEmailOptions => ({
  to,
  replyTo: { name: oneLine(name), address: oneLine(email) },
  subject: `Message from ${oneLine(name)}`,
  messageId: `<message-${id}@${new URL(cmsUrl).hostname}>`,
  date: createdAt,
  text: [
    message,
    '',
    '-- ',
    `From ${oneLine(name)} <${oneLine(email)}>, by the contact form.`,
    `In the inbox: ${cmsUrl}/admin/collections/messages/${id}`,
  ].join('\n'),
})
