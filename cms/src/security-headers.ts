// Headers of every answer of the CMS. They win over what a route sets itself, so each path gets its strictest.

const ONE_YEAR_S = 31_536_000

/** The admin has inline scripts without nonces, so what it may run stays open. */
const PAGE_POLICY = "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'"
/** Data and uploaded files: opened by themselves, they run and load nothing. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

const isApi = (url: string | undefined) => url?.startsWith('/api/') ?? false

/** A function from request targets to headers. `isSecure`: the CMS is reached by https. */
export const securityHeadersFor =
  ({ isSecure }: { isSecure: boolean }) =>
  (url: string | undefined): [string, string][] => [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['content-security-policy', isApi(url) ? API_POLICY : PAGE_POLICY],
    ...(isSecure
      ? [['strict-transport-security', `max-age=${ONE_YEAR_S}`] satisfies [string, string]]
      : []),
  ]
