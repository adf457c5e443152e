// A named set of pictures. Each opens in full by itself: no script, no overlay.
import type { Gallery as GalleryContent } from '../../cms/shapes/parts.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { Picture } from '../picture/picture.tsx'

const SIZES = '(min-width: 768px) 520px, calc(100vw - 40px)'

export const Gallery = ({ gallery }: { gallery: GalleryContent }) => {
  const { t } = useLanguage()
  const { name, description, images } = gallery
  if (images.length === 0) return null
  return (
    <div className="gallery">
      {name && <h3 className="gallery-name">{name}</h3>}
      {description && <p className="gallery-description">{description}</p>}
      <ul className="gallery-images">
        {images.map(({ image, caption }) => {
          const full = image.sources.at(-1)?.src
          return (
            <li key={full}>
              <figure>
                <a className="framed" href={full}>
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
