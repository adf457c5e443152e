// Paths on the public site as redirects know them: one spelling for each address.
import { LINE } from '../fields/text-lengths.ts'

const PATH = /^\/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*$/
/** What the site always answers itself. */
const OWN = new Set(['/', '/projects', '/missing', '/404', '/500', '/healthz', '/robots.txt'])
const OWN_FOLDERS = /^\/(?:api|admin|media|terminal|_next|_islands)(?:\/|$)/

/** `value` without query, anchor and closing slash; undefined for what is no path of a site. */
export const sitePath = (value: string): string | undefined => {
  const path = (value.trim().split(/[?#]/, 1)[0] ?? '').replace(/(?<=.)\/+$/, '')
  const parts = path.slice(1).split('/')
  const isPlain = path === '/' || !parts.some((part) => ['', '.', '..'].includes(part))
  return path.length <= LINE && PATH.test(path) && isPlain ? path : undefined
}

/** Whether visitors of `path`, spelled as `sitePath` does, may be sent elsewhere. */
export const isFree = (path: string): boolean => !OWN.has(path) && !OWN_FOLDERS.test(path)

/** A path for an address on the site itself, anything else as it is. `siteUrl`: an origin. */
export const withoutOrigin = (address: string, siteUrl: string): string =>
  address === siteUrl || address.startsWith(`${siteUrl}/`)
    ? address.slice(siteUrl.length) || '/'
    : address
