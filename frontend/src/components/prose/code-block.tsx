// Code to read: coloured on the server, with lines that can be linked to. It scrolls in its own box, which the keyboard can reach.
import {
  hasHighlighter,
  highlight as highlighted,
  type Line,
  languageOf,
} from '../../highlighting/highlight.ts'
import { isMarked, type LineRange, markedRanges } from '../../highlighting/marked-lines.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { keyed } from '../../keyed.ts'
import { UNTIL_SCRIPT } from '../../until-script.ts'

export type CodeBlockProps = {
  code: string
  language: string | null
  caption?: string | null
  /** Lines to look at, as `3-5,9`. */
  highlight?: string | null
  /** False where it goes without saying which language it is. */
  isLabelled?: boolean
  /** Unique on the page. With it each line of several has an address: see `lineAnchor`. */
  name?: string | undefined
}

/** The id of line `line` (from 1) of the block called `name`. */
export const lineAnchor = (name: string, line: number): string => `L-${name}-${line}`

const Tokens = ({ line }: { line: Line }) =>
  keyed(line).map(({ key, item: { kind, text } }) =>
    kind ? (
      <span key={key} className={`code-${kind}`}>
        {text}
      </span>
    ) : (
      text
    ),
  )

type LinesProps = { lines: readonly Line[]; ranges: readonly LineRange[]; name: string | undefined }

/**
 * The number is drawn by the style sheet, so that neither a selection nor the copy button takes it along. It is for the
 * pointer only: a stop of the Tab key for every line would stand between a reader and the rest of the page.
 */
const LineLink = ({ anchor }: { anchor: string }) => (
  // biome-ignore lint/a11y/useAnchorContent: hidden from assistive technology, for whom the code is text
  <a href={`#${anchor}`} tabIndex={-1} aria-hidden="true" />
)

const Lines = ({ lines, ranges, name }: LinesProps) =>
  keyed(lines).map(({ key, item, index }) => {
    const anchor = name && lineAnchor(name, index + 1)
    const mark = isMarked(ranges, index + 1) ? 'line line-marked' : 'line'
    return (
      <span key={key} className={mark} id={anchor}>
        {anchor && <LineLink anchor={anchor} />}
        <Tokens line={item} />
        {'\n'}
      </span>
    )
  })

/** In development React takes pages over in browsers, which have no highlighter. Of an element with the same text it keeps all that the server drew in it. */
const isTakenOver = (): boolean => typeof document !== 'undefined' && !hasHighlighter()

export const CodeBlock = ({
  code,
  language,
  caption,
  highlight,
  isLabelled = true,
  name,
}: CodeBlockProps) => {
  const { t } = useLanguage()
  const known = languageOf(language)
  const words = known ? (t.languages[known] ?? known) : language !== 'text' && language
  const label = isLabelled && words
  const text = code.replaceAll('\r\n', '\n').replace(/\n+$/, '')
  const lines = highlighted(text, language)
  const numbered = lines.length > 1 ? name : undefined
  return (
    <figure className={label ? 'code' : 'code code-bare'} data-code>
      {label && <p className="code-language">{label}</p>}
      <button type="button" className="small-button code-copy" data-copy {...UNTIL_SCRIPT}>
        {t.code.copy}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1) */}
      <pre tabIndex={0} className={numbered ? 'code-numbered' : undefined}>
        <code>
          {isTakenOver() ? (
            `${text}\n`
          ) : (
            <Lines
              lines={lines}
              ranges={markedRanges(highlight ?? null, lines.length)}
              name={numbered}
            />
          )}
        </code>
      </pre>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
