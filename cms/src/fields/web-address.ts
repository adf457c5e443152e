// Checks of addresses that end up in an href: nothing but the schemes named here ever gets in.

const SCHEMES = new Set(['http:', 'https:'])
const SITE_PATH = /^\/(?!\/)[^\\\s]*$|^#[\w-]+$/

const schemeOf = (value: string): string | undefined => {
  try {
    return new URL(value).protocol
  } catch {
    return undefined
  }
}

/** Validates an absolute http or https address; empty is fine. */
export const isWebAddress = (value: string | null | undefined): true | string =>
  !value || SCHEMES.has(schemeOf(value) ?? '') || 'Give a whole address, https://…'

/** Validates a place to go: a path on this site, an anchor, an address on the web, or a mail address. */
export const isDestination = (value: string | null | undefined): true | string => {
  if (!value || SITE_PATH.test(value)) return true
  const scheme = schemeOf(value) ?? ''
  if (SCHEMES.has(scheme) || scheme === 'mailto:') return true
  return 'Give a path (/projects), a whole address (https://…) or mailto:…'
}
