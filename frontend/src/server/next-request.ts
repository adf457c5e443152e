// What Next learns of a request for a page. Headers of its own protocol make it answer with something that is no page.
import type { IncomingMessage } from 'node:http'

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
])
/** By which a browser asks whether its copy of a file is still right. A part of one that is not there is answered with a page. */
export const OF_FILES = ['if-none-match', 'if-modified-since']

/** Takes away what Next shall not see; returns all that there was. `others`: what it may see besides. */
export const hideFromNext = (
  request: IncomingMessage,
  others: readonly string[] = [],
): IncomingMessage['headers'] => {
  const all = { ...request.headers }
  for (const name of Object.keys(all)) {
    if (!SEEN.has(name) && !others.includes(name)) delete request.headers[name]
  }
  return all
}
