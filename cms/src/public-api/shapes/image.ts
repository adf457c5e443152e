// A picture with the sizes in which it is stored.
import { z } from 'zod'
import type { Media } from '../../payload-types.ts'
import { publicOne, shape, textOf } from './registry.ts'

const size = z.object({ url: z.string(), width: z.int(), height: z.int() })

export const imageShape = shape(
  'Image',
  z.object({
    ...size.shape,
    /** Null of a picture that carries no information. */
    alt: z.string().nullable(),
    caption: z.string().nullable(),
    sizes: z.array(size),
  }),
)

export type Image = z.output<typeof imageShape>

type Stored = {
  url?: string | null
  width?: number | null
  height?: number | null
  mimeType?: string | null
}

const sizeOf = ({ url, width, height }: Stored): z.output<typeof size>[] =>
  url && width && height ? [{ url, width, height }] : []

/** Null when there is none, or its file has no dimensions. */
export const imageOf = (relation: string | Media | null | undefined): Image | null => {
  const media = publicOne<Media>(relation)
  const [original] = media ? sizeOf(media) : []
  if (!media || !original) return null
  const sizes = Object.values((media.sizes ?? {}) as Record<string, Stored | undefined>)
  return {
    ...original,
    alt: media.decorative ? null : textOf(media.alt),
    caption: textOf(media.caption),
    // Each width once, in the format that every reader knows.
    sizes: sizes
      .filter((stored) => stored?.mimeType !== 'image/avif')
      .flatMap((stored) => sizeOf(stored ?? {}))
      .sort((a, b) => a.width - b.width),
  }
}

export const captionedImagesShape = z.array(
  z.object({ image: imageShape, caption: z.string().nullable() }),
)

/** Rows whose file is no picture, or gone, are left out. */
export const captionedImagesOf = (
  rows:
    | readonly { media?: string | Media | null; caption?: string | null | undefined }[]
    | null
    | undefined,
): z.output<typeof captionedImagesShape> =>
  (rows ?? []).flatMap(({ media, caption }) => {
    const image = imageOf(media)
    return image ? [{ image, caption: textOf(caption) }] : []
  })
