// Which answers are parts of pages rather than documents: scripts, styles and fonts, and what is painted.
import { builtAssets } from '../assets.ts'
import { SPECULATION_PATH } from './headers.ts'

/** `code`: shown as plain text at most. `picture`: a document when it is opened by itself. */
export type PartKind = 'code' | 'picture'

/** In the folder of files that are given as they are. */
const PUBLIC_PICTURE = /^\/(?:favicon\.svg|og\.png|apple-touch-icon\.png)$/
/** No page has anything of `/_next/static/`, and Next would draw what is missing there anew for each address. Our server wakes it there. */
const WAKING = '/_next/static/warm-up'
/** Answered in every case by what is no page: by the CMS's files, and by the drawings of diagrams. */
const PAINTED = /^\/(?:media|diagrams)\//
const CODE = /\.(?:css|js|woff2)$/

/** Those that Next serves from its folders; `undefined` for all else. */
export const fileKindAt = (path: string, built = builtAssets()): PartKind | undefined => {
  if (built.has(path)) return CODE.test(path) ? 'code' : 'picture'
  return PUBLIC_PICTURE.test(path) || path === WAKING ? 'picture' : undefined
}

/** What the answer at a path is, whoever gives it. */
export const kindAt = (path: string, built = builtAssets()): PartKind | 'document' => {
  if (path === SPECULATION_PATH) return 'code'
  if (PAINTED.test(path)) return 'picture'
  return fileKindAt(path, built) ?? 'document'
}
