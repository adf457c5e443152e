// A drawing of how things hang together, in the reader's theme, with what it says in words.
import type { Diagram as DiagramContent } from '../../cms/shapes/parts.ts'
import { drawingPath } from '../../drawing-path.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { PREVIEW_PATH } from '../../preview.ts'
import { Picture } from '../picture/picture.tsx'

type DiagramProps = {
  diagram: DiagramContent
  /** What its title is. Within a text it is no heading, which belong to the text alone. */
  titles?: 'h3' | 'p'
}

type ShownProps = { diagram: DiagramContent }
type Drawing = NonNullable<DiagramContent['light']>

const SIZES = '(min-width: 1024px) 856px, calc(100vw - 40px)'

/** Leads to the drawing itself, where it can be as large as the window. A drawing that is not shown is not fetched: it is lazy. */
const DrawingLink = ({ drawing, look, alt }: { drawing: Drawing; look: string; alt: string }) => {
  const { here } = useLanguage()
  const src = drawingPath(drawing.isDraft ? PREVIEW_PATH : here, drawing.name)
  const { width, height } = drawing
  return (
    <a className={`diagram-link ${look}`} href={src} data-lightbox>
      {/* biome-ignore lint/performance/noImgElement: a drawing has no sizes to choose from */}
      <img src={src} width={width} height={height} alt={alt} loading="lazy" decoding="async" />
    </a>
  )
}

/** The drawing, or nothing as long as there is none. */
const Shown = ({ diagram }: ShownProps) => {
  const { t } = useLanguage()
  const { kind, source, light, dark, image, title, textAlternative } = diagram
  const alt = title ? t.diagram.called(title) : t.diagram.unnamed
  if (kind === 'ascii' && source) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1)
      <pre className="diagram-text" role="img" aria-label={textAlternative} tabIndex={0}>
        {source}
      </pre>
    )
  }
  if (light && dark) {
    return (
      <>
        <DrawingLink drawing={light} look="diagram-light" alt={alt} />
        <DrawingLink drawing={dark} look="diagram-dark" alt={alt} />
      </>
    )
  }
  if (light) return <DrawingLink drawing={light} look="diagram-plate" alt={alt} />
  return image ? (
    <a className="diagram-link framed" href={image.sources.at(-1)?.src} data-lightbox>
      <Picture image={image} sizes={SIZES} />
      {image.alt === '' && <span className="hidden">{alt}</span>}
    </a>
  ) : null
}

const isDrawn = ({ kind, source, light, image }: DiagramContent) =>
  light !== null || image !== null || (kind === 'ascii' && Boolean(source))

export const Diagram = ({ diagram, titles: Title = 'h3' }: DiagramProps) => {
  const { t } = useLanguage()
  const { title, description, textAlternative } = diagram
  return (
    <figure className="diagram">
      {title && <Title className="block-title">{title}</Title>}
      {description && <p className="lines">{description}</p>}
      <Shown diagram={diagram} />
      {isDrawn(diagram) ? (
        <details className="diagram-words">
          <summary>{t.diagram.inWords}</summary>
          <p className="lines">{textAlternative}</p>
        </details>
      ) : (
        <p className="lines">{textAlternative}</p>
      )}
    </figure>
  )
}
