// One image of the CMS in the sizes it exists in; its box is reserved before it arrives.
import type { Image, ImageSource } from '../../cms/shapes/image.ts'

export type PictureProps = {
  image: Image
  /** How wide the image is shown, as in the `sizes` attribute. */
  sizes: string
  /** The one image that a visitor sees first is not lazy. */
  isFirst?: boolean
  /** An image that stands beside the words it repeats. */
  isDecorative?: boolean
}

const setOf = (sources: readonly ImageSource[]) =>
  sources.map(({ src, width }) => `${src} ${width}w`).join(', ')

export const Picture = ({ image, sizes, isFirst = false, isDecorative = false }: PictureProps) => {
  const largest = image.sources.at(-1)
  if (!largest) return null
  return (
    <picture>
      {image.lighter.map(({ type, sources }) => (
        <source key={type} type={type} srcSet={setOf(sources)} sizes={sizes} />
      ))}
      <img
        src={largest.src}
        srcSet={setOf(image.sources)}
        sizes={sizes}
        width={largest.width}
        height={largest.height}
        alt={isDecorative ? '' : image.alt}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        decoding={isFirst ? 'sync' : 'async'}
      />
    </picture>
  )
}
