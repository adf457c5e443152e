// Code that is explained step by step: what it is, the code with the lines to look at, why it is written this way.
import type { Listing } from '../../cms/shapes/parts.ts'
import { markedRanges } from '../../highlighting/marked-lines.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { keyed } from '../../keyed.ts'
import { CodeBlock, lineAnchor } from '../prose/code-block.tsx'

type WalkthroughProps = {
  steps: readonly Listing[]
  /** Unique on the page. With it lines of the code have addresses. */
  name?: string | undefined
  /** What the titles of the steps are. Within a text they are no headings, which belong to the text alone. */
  titles?: 'h3' | 'p'
}

const linesIn = (code: string) => code.replace(/\n+$/, '').split('\n').length

type MarkedProps = { step: Listing; name: string | undefined }

/** The marks are colour and a line in the margin; this says them, and leads there. */
const Marked = ({ step: { code, highlight }, name }: MarkedProps) => {
  const { t } = useLanguage()
  const ranges = markedRanges(highlight, linesIn(code))
  if (!name || ranges.length === 0 || linesIn(code) === 1) return null
  return (
    <p className="walkthrough-marked">
      {t.code.lookAt}
      {ranges.map(({ first, last }, index) => (
        <span key={first}>
          {index > 0 && ','}{' '}
          <a href={`#${lineAnchor(name, first)}`}>
            {first === last ? t.code.line(first) : t.code.lines(first, last)}
          </a>
        </span>
      ))}
    </p>
  )
}

export const Walkthrough = ({ steps, name, titles: Title = 'h3' }: WalkthroughProps) => (
  <ol className="walkthrough">
    {keyed(steps).map(({ key, item: step }) => (
      <li key={key}>
        <Title className="block-title">{step.title}</Title>
        {step.description && <p className="lines">{step.description}</p>}
        <Marked step={step} name={name && `${name}-${key}`} />
        <CodeBlock
          code={step.code}
          language={step.language}
          highlight={step.highlight}
          name={name && `${name}-${key}`}
        />
        {step.explanation && <p className="lines">{step.explanation}</p>}
      </li>
    ))}
  </ol>
)
