// What a source draws, or why it draws nothing. A drawing is shown as a picture, in which nothing can run.
import { faultText } from './fault-text.ts'
import type { Theme } from './mermaid-settings.ts'
import type { Drawing } from './use-drawing.ts'

type Props = {
  drawing: Drawing
  /** Of the text that says how it went. */
  id: string
  kind: string | undefined
  source: string
  theme: Theme
  /** Why the server has not drawn it. */
  trouble: string
}

/** In pixels; a drawing is not shown larger than it is. */
const widthOf = (svg: string): number | undefined => {
  const [, width] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+)/.exec(svg) ?? []
  return width === undefined ? undefined : Math.ceil(Number(width))
}

const Picture = ({ svg }: { svg: string }) => (
  // biome-ignore lint/performance/noImgElement: Next has nothing to optimise in a text.
  <img
    alt="The diagram as it is drawn"
    src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
    style={{ maxInlineSize: `min(100%, ${widthOf(svg) ?? 600}px)` }}
  />
)

const WORDS = {
  none: 'The diagram appears here as you write it.',
  drawing: 'Drawing…',
  unavailable:
    'The preview could not be loaded. The server will draw the diagram once it is saved.',
} as const

const words = (drawing: Drawing, theme: Theme): string => {
  if (drawing.state === 'faulty') return faultText(drawing)
  if (drawing.state === 'drawn') return `As visitors with a ${theme} theme see it.`
  return WORDS[drawing.state]
}

export const Preview = ({ drawing, id, kind, source, theme, trouble }: Props) => {
  if (kind === 'svg') {
    return (
      <div className="diagram-source__preview">
        {source.trim() ? <Picture svg={source} /> : null}
        <p id={id}>
          Scripts, links and whatever comes from elsewhere are taken out when it is saved.
        </p>
      </div>
    )
  }
  if (kind !== 'mermaid') {
    return (
      <div className="diagram-source__preview">
        <p id={id}>Shown letter by letter, in a font whose letters are equally wide.</p>
      </div>
    )
  }
  const isFaulty = drawing.state === 'faulty'
  return (
    <div className="diagram-source__preview">
      {drawing.state === 'drawn' ? <Picture svg={drawing[theme]} /> : null}
      <p aria-live="polite" data-faulty={isFaulty || undefined} id={id}>
        {words(drawing, theme)}
      </p>
      {trouble && !isFaulty && drawing.state !== 'drawn' ? <p data-faulty>{trouble}</p> : null}
    </div>
  )
}
