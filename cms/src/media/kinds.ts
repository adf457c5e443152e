// What a media file may be, told by its first bytes and by nothing else.
import { MAX_MEDIA_BYTES, SVG } from '../limits.ts'
import { MediaRefusal } from './refusal.ts'

export const FORMATS = {
  png: { kind: 'image', mime: 'image/png' },
  jpg: { kind: 'image', mime: 'image/jpeg' },
  webp: { kind: 'image', mime: 'image/webp' },
  avif: { kind: 'image', mime: 'image/avif' },
  gif: { kind: 'image', mime: 'image/gif' },
  svg: { kind: 'image', mime: 'image/svg+xml' },
  mp4: { kind: 'video', mime: 'video/mp4' },
  webm: { kind: 'video', mime: 'video/webm' },
  pdf: { kind: 'pdf', mime: 'application/pdf' },
} as const

/** Also the extension under which such a file is stored. */
export type Format = keyof typeof FORMATS
export type Raster = 'png' | 'jpg' | 'webp' | 'avif' | 'gif'

export const MEDIA_TYPES: string[] = Object.values(FORMATS).map(({ mime }) => mime)

export const isRaster = (format: Format): format is Raster =>
  FORMATS[format].kind === 'image' && format !== 'svg'

/** Brands of MP4 files that browsers play. QuickTime's own and HEIC are not among them. */
const MP4_BRANDS = /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV)$/

const MAGIC: [Format, (head: string) => boolean][] = [
  ['png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['jpg', (head) => head.startsWith('\xff\xd8\xff')],
  ['gif', (head) => /^GIF8[79]a/.test(head)],
  ['webp', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
  ['avif', (head) => head.slice(4, 8) === 'ftyp' && /^avi[fs]$/.test(head.slice(8, 12))],
  ['mp4', (head) => head.slice(4, 8) === 'ftyp' && MP4_BRANDS.test(head.slice(8, 12))],
  ['webm', (head) => head.startsWith('\x1aE\xdf\xa3')],
  ['pdf', (head) => head.startsWith('%PDF-1.') || head.startsWith('%PDF-2.')],
]

/** What may stand before an SVG's root, a piece at a time: space, a declaration, a doctype without definitions. */
const PROLOGUE = /\s+|<\?xml[^>]*\?>|<!DOCTYPE\s+svg[^[>]*>/y

/** Goes over comments by hand: an expression that may take several as one needs time that doubles with each. */
const startsAsSvg = (text: string): boolean => {
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    PROLOGUE.lastIndex = at
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4)
      if (end < 0) return false
      at = end + 3
    } else if (PROLOGUE.test(text)) at = PROLOGUE.lastIndex
    else return /^<svg[\s>]/.test(text.slice(at, at + 5))
  }
  return false
}

const HEAD_BYTES = 64
/** Longest text before an SVG's root, in bytes. */
const PROLOGUE_BYTES = 4096

/** @throws {MediaRefusal} for what is none of them, or larger than its kind may be */
export const detectFormat = (data: Buffer): Format => {
  if (data.byteLength === 0) throw new MediaRefusal('empty')
  const head = data.toString('latin1', 0, HEAD_BYTES)
  const format =
    MAGIC.find(([, matches]) => matches(head))?.[0] ??
    (startsAsSvg(data.toString('utf8', 0, PROLOGUE_BYTES)) ? 'svg' : undefined)
  if (!format) throw new MediaRefusal('unknown-type')
  const limit = format === 'svg' ? SVG.maxBytes : MAX_MEDIA_BYTES[FORMATS[format].kind]
  if (data.byteLength > limit) throw new MediaRefusal('too-large')
  return format
}
