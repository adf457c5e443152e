// Pictures of the CMS, as the pages use them: addresses on this site, sizes for srcset, a text alternative.
import { z } from 'zod'
import { rows, text } from '../fields.ts'

export type ImageSource = { src: string; width: number; height: number }

/**
 * `sources` are ordered from narrow to wide and hold at least one entry; the last is the fallback. `lighter`: the same
 * in formats that weigh less and not every browser knows. `alt`: empty for a picture that says nothing.
 */
export type Image = {
  alt: string
  caption: string | null
  sources: ImageSource[]
  lighter: { type: string; sources: ImageSource[] }[]
}

const FILE = '/api/media/file/'

/** Where the site has a file of the CMS; null for an address of another kind. */
export const mediaPath = (url: string): string | null => {
  const at = url.indexOf(FILE)
  const name = at < 0 ? '' : url.slice(at + FILE.length)
  return name && !name.includes('/') ? `/media/${name}` : null
}

const LIGHTER = new Set(['image/avif'])

const sizeSchema = z.object({
  url: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
})

const sourceOf = ({ url, width, height }: z.output<typeof sizeSchema>): ImageSource[] => {
  const src = mediaPath(url)
  return src ? [{ src, width, height }] : []
}

/** A picture, or null when none of its files is one of this site's. */
export const imageSchema = z
  .object({
    ...sizeSchema.shape,
    alt: text,
    caption: text,
    sizes: z.array(sizeSchema),
    sources: rows(z.object({ type: z.string(), sizes: z.array(sizeSchema) })),
  })
  .transform(({ alt, caption, sizes, sources: formats, ...original }): Image | null => {
    const sized = sizes.flatMap(sourceOf)
    // The original is often a large PNG: it is offered only where no size exists.
    const sources = sized.length > 0 ? sized : sourceOf(original)
    if (sources.length === 0) return null
    const lighter = formats
      .filter(({ type }) => LIGHTER.has(type))
      .map(({ type, sizes: all }) => ({ type, sources: all.flatMap(sourceOf) }))
      .filter(({ sources: all }) => all.length > 0)
    return { alt: alt ?? '', caption, sources, lighter }
  })

/** The same where there may be none. */
export const maybeImage = imageSchema.nullish().transform((image): Image | null => image ?? null)
