// Headers of every answer of the CMS. What Next and Payload set themselves is added, never weakened.

const ONE_YEAR_S = 31_536_000

/** `isSecure`: the CMS is reached by https. Scripts stay Next's affair: the admin has inline ones without nonces. */
export const securityHeaders = ({ isSecure }: { isSecure: boolean }): [string, string][] => [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
  ['cross-origin-opener-policy', 'same-origin'],
  [
    'content-security-policy',
    "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'",
  ],
  ...(isSecure
    ? [['strict-transport-security', `max-age=${ONE_YEAR_S}`] satisfies [string, string]]
    : []),
]
