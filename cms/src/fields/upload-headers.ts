// Headers of uploaded files: a browser may show them, but never run, sniff or frame them.
import { isMarked } from '../files/names.ts'

const COMMON = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-frame-options': 'DENY',
}

const ONE_YEAR = 'public, max-age=31536000, immutable'
const ONE_HOUR = 'public, max-age=3600'

/** What a browser shows by itself without running it. A drawing or a document is shown only inside a page. */
const SHOWN = /\.(?:png|jpe?g|webp|avif|gif|mp4|webm)$/i

/** Sets what holds for every uploaded file, whoever serves it. */
export const hardenFile = ({ headers }: { headers: Headers }): Headers => {
  for (const [name, value] of Object.entries(COMMON)) headers.set(name, value)
  return headers
}

/** Media, which the public site shows from another origin. Stored names hold no quote. */
export const mediaHeaders = (name: string): Record<string, string> => ({
  ...COMMON,
  'cross-origin-resource-policy': 'cross-origin',
  'content-disposition': `${SHOWN.test(name) ? 'inline' : 'attachment'}; filename="${name}"`,
  'cache-control': isMarked(name) ? ONE_YEAR : ONE_HOUR,
})

/** Files for staff only, always saved and never opened. */
export const archiveHeaders = (name: string): Record<string, string> => ({
  ...COMMON,
  'cross-origin-resource-policy': 'same-origin',
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'private, no-store',
})
