// What Next learns of a request for a page. Headers of its own protocol make it answer with something that is no page.
import type { IncomingMessage } from 'node:http'
import { PREVIEW_HEADERS } from '../preview.ts'

/** Cookies are not among them: one of Next's turns its previews on. */
const SEEN: ReadonlySet<string> = new Set([
  'host',
  'accept',
  'accept-encoding',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-proto',
  // Of the contact form, and of where it was sent from.
  'content-type',
  'content-length',
  'transfer-encoding',
  'origin',
  'sec-fetch-site',
  ...Object.values(PREVIEW_HEADERS),
])

/** Takes away what Next shall not see; returns all that there was. */
export const hideFromNext = (request: IncomingMessage): IncomingMessage['headers'] => {
  const all = { ...request.headers }
  for (const name of Object.keys(all)) if (!SEEN.has(name)) delete request.headers[name]
  return all
}
