// Headers of every answer of the CMS. They win over what a route sets itself, so each path gets its strictest.

const ONE_YEAR_S = 31_536_000

/** The admin has inline scripts and styles without nonces, so what it may run stays open; whom it may talk to does not. */
const pagePolicy = (socketUrl: string | undefined) =>
  [
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    // These two would end the rule.
    ...(socketUrl ? [`connect-src 'self' ${socketUrl.replace(/[;,]/g, encodeURIComponent)}`] : []),
  ].join('; ')
/** Data and uploaded files: opened by themselves, they run and load nothing. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

const isApi = (url: string | undefined) => url?.startsWith('/api/') ?? false

/** A function from request targets to headers. `isSecure`: the CMS is reached by https. `socketUrl`: the terminals' WebSocket; pages talk to anyone without it. */
export const securityHeadersFor =
  ({ isSecure, socketUrl }: { isSecure: boolean; socketUrl?: string }) =>
  (url: string | undefined): [string, string][] => [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['content-security-policy', isApi(url) ? API_POLICY : pagePolicy(socketUrl)],
    ...(isSecure
      ? [['strict-transport-security', `max-age=${ONE_YEAR_S}`] satisfies [string, string]]
      : []),
  ]
