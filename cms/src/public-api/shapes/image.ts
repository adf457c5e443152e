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
    /** The same widths in all formats that there are, the one that weighs least first. */
    sources: z.array(z.object({ type: z.string(), sizes: z.array(size) })),
    /** A tiny picture as a data address, to show until it has loaded. */
    blur: z.string().nullable(),
    /** What must stay in sight when it is cropped, in percent from the left and the top. */
    focalPoint: z.object({ x: z.number(), y: z.number() }).nullable(),
  }),
)

export type Image = z.output<typeof imageShape>

type Stored = {
  url?: string | null
  width?: number | null
  height?: number | null
  mimeType?: string | null
}

/** Another address for another file of the same name, so that readers may keep what they fetched. */
export const versionedUrl = (url: string, sha256: string | null | undefined): string =>
  sha256 ? `${url}?v=${sha256.slice(0, VERSION_CHARACTERS)}` : url

/** Enough that two files of one name never share it. */
const VERSION_CHARACTERS = 12

const sizeOf = (
  { url, width, height }: Stored,
  sha256: Media['sha256'],
): z.output<typeof size>[] =>
  url && width && height ? [{ url: versionedUrl(url, sha256), width, height }] : []

/** Those of a type, smallest first; what does not say its type is of the one that all have. */
const sizesIn = ({ sizes, sha256 }: Media, type: string) =>
  Object.values((sizes ?? {}) as Record<string, Stored | undefined>)
    .filter((entry) => (entry?.mimeType ?? 'image/webp') === type)
    .flatMap((entry) => sizeOf(entry ?? {}, sha256))
    .sort((a, b) => a.width - b.width)

const focalPointOf = ({ focalX, focalY }: Media): Image['focalPoint'] =>
  typeof focalX === 'number' && typeof focalY === 'number' ? { x: focalX, y: focalY } : null

/** Null when there is none, or its file has no dimensions. */
export const imageOf = (relation: string | Media | null | undefined): Image | null => {
  const media = publicOne<Media>(relation)
  const [original] = media ? sizeOf(media, media.sha256) : []
  if (!media || !original) return null
  const webp = sizesIn(media, 'image/webp')
  const avif = sizesIn(media, 'image/avif')
  return {
    ...original,
    alt: media.decorative ? null : textOf(media.alt),
    caption: textOf(media.caption),
    // Each width once, in the format that every reader knows.
    sizes: webp,
    sources: [
      { type: 'image/avif', sizes: avif },
      { type: 'image/webp', sizes: webp },
    ].filter(({ sizes }) => sizes.length > 0),
    blur: media.blur?.startsWith('data:image/') ? media.blur : null,
    focalPoint: focalPointOf(media),
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
