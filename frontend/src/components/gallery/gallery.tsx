// A named set of pictures. Each leads to itself in full; where there is script, it opens on the page.
import type { Gallery as GalleryContent } from '../../cms/shapes/parts.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { Picture } from '../picture/picture.tsx'

const SIZES = '(min-width: 768px) 520px, calc(100vw - 40px)'

type GalleryProps = {
  gallery: GalleryContent
  /** What its name is. Within a text it is no heading, which belong to the text alone. */
  titles?: 'h3' | 'p'
}

export const Gallery = ({ gallery, titles: Title = 'h3' }: GalleryProps) => {
  const { t } = useLanguage()
  const { name, description, images } = gallery
  if (images.length === 0) return null
  return (
    <div className="gallery">
      {name && <Title className="block-title">{name}</Title>}
      {description && <p className="gallery-description">{description}</p>}
      <ul className="gallery-images">
        {images.map(({ image, caption }) => {
          const full = image.sources.at(-1)?.src
          return (
            <li key={full}>
              <figure>
                <a className="framed" href={full} data-lightbox>
                  <Picture image={image} sizes={SIZES} />
                  {image.alt === '' && <span className="hidden">{t.picture.open}</span>}
                </a>
                {caption && <figcaption>{caption}</figcaption>}
              </figure>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
