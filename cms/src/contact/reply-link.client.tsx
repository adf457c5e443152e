// A link in the inbox that opens the owner's own mail program with an answer begun.
'use client'
import { Button, useFormFields } from '@payloadcms/ui'

const MAX_QUOTED_CHARACTERS = 1200

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const ReplyLink = () => {
  const name = useFormFields(([fields]) => text(fields.name?.value))
  const email = useFormFields(([fields]) => text(fields.email?.value))
  const message = useFormFields(([fields]) => text(fields.message?.value))
  if (!email) return null
  // Mail programs cut long addresses off.
  const quoted = message
    .slice(0, MAX_QUOTED_CHARACTERS)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  const query = new URLSearchParams({
    subject: 'Re: your message',
    body: `Hello ${name},\n\n\n${quoted}`,
  })
  // Mail programs take a plus for a plus.
  const href = `mailto:${encodeURIComponent(email)}?${query.toString().replaceAll('+', '%20')}`
  return (
    <Button buttonStyle="secondary" el="anchor" url={href}>
      Reply by mail
    </Button>
  )
}
