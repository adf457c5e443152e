// Answers that readers keep and ask for again by a tag.
import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'

const TAG_CHARACTERS = 22

/** `of`: what the answer follows from; the same gives the same tag. */
type Tagged = { of: string[]; headers: Record<string, string>; body: () => BodyInit }

/** 304 without a body for a reader who has it, otherwise the whole. */
export const taggedAnswer = (
  { headers: asked }: PayloadRequest,
  { of, headers, body }: Tagged,
): Response => {
  const digest = createHash('sha256').update(of.join('\0')).digest('base64url')
  const etag = `"${digest.slice(0, TAG_CHARACTERS)}"`
  if (asked.get('if-none-match') !== etag)
    return new Response(body(), { headers: { ...headers, etag } })
  const { 'content-type': _, ...kept } = headers
  return new Response(null, { status: 304, headers: { ...kept, etag } })
}
