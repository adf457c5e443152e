// Whether a request was begun by a page of this site.
import type { IncomingMessage } from 'node:http'

/** Browsers say where a request began; those of before 2023 name its origin only. */
export const isFromHere = (
  { headers }: Pick<IncomingMessage, 'headers'>,
  siteUrl: string,
): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin === siteUrl
}
