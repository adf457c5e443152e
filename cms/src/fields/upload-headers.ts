// Headers of uploaded files: a browser may show them, but never run, sniff or frame them.

const COMMON = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-frame-options': 'DENY',
}

const withHeaders =
  (more: Record<string, string>) =>
  ({ headers }: { headers: Headers }): Headers => {
    for (const [name, value] of Object.entries({ ...COMMON, ...more })) headers.set(name, value)
    return headers
  }

/** Pictures, which the public site shows from another origin. */
export const publicFileHeaders = withHeaders({
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=3600',
})

/** Files for staff only, always saved and never opened. */
export const privateFileHeaders = withHeaders({
  'cross-origin-resource-policy': 'same-origin',
  'content-disposition': 'attachment',
  'cache-control': 'private, no-store',
})
