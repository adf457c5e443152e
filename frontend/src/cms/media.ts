// Images of the CMS, as the pages use them: addresses on this site, sizes for srcset, a text alternative.
import { z } from 'zod'
import { count, date, flag, text } from './fields.ts'

export type ImageSource = { src: string; width: number; height: number }

/** `sources` are ordered from narrow to wide and hold at least one entry; the last is the fallback. */
export type Image = { alt: string; caption: string | null; sources: ImageSource[] }

const fileSchema = z.object({ filename: text, width: count, height: count })
const SIZES = ['small', 'medium', 'large'] as const

const documentSchema = fileSchema.extend({
  alt: text,
  decorative: flag,
  caption: text,
  updatedAt: date,
  sizes: z.partialRecord(z.enum(SIZES), fileSchema.nullish()).nullish().catch(null),
})

type File = z.output<typeof fileSchema>

/** The file's address on this site. `version` changes with the file, so that browsers may keep it for a year. */
const mediaUrl = (filename: string, version: string | null) =>
  `/media/${encodeURIComponent(filename)}${version ? `?v=${Date.parse(version).toString(36)}` : ''}`

const sourceOf = (file: File | null | undefined, version: string | null): ImageSource[] =>
  file?.filename && file.width && file.height
    ? [{ src: mediaUrl(file.filename, version), width: file.width, height: file.height }]
    : []

/** An image, or null when the document holds none (a file that failed to upload). */
export const imageSchema = documentSchema.transform((media): Image | null => {
  const version = media.updatedAt
  const sized = SIZES.flatMap((size) => sourceOf(media.sizes?.[size], version))
  const original = sourceOf(media, version)
  // The original is often a large PNG: it is offered only where no size exists.
  const sources = sized.length > 0 ? sized : original
  if (sources.length === 0) return null
  return { alt: media.decorative ? '' : (media.alt ?? ''), caption: media.caption, sources }
})
