// A listing as readers see its lines: numbered, some of them marked, with its caption.
'use client'
import type { UIFieldClientComponent } from 'payload'
import { parseLineRanges } from '../../fields/line-ranges.ts'
import { useText } from './use-text.ts'
import './preview.css'

/** Lines shown; the field below has them all. */
const MAX_LINES = 12

export const CodePreview: UIFieldClientComponent = ({ path }) => {
  const lines = useText(path, 'code').replace(/\n+$/, '').split('\n')
  const caption = useText(path, 'caption')
  const marked = parseLineRanges(useText(path, 'highlight')) ?? []
  const isMarked = (line: number) =>
    marked.some(({ first, last }) => first <= line && line <= last) || undefined
  const more = lines.length - MAX_LINES
  if (lines.join('') === '') return null
  return (
    <figure className="block-preview field-type">
      <pre>
        <ol>
          {lines.slice(0, MAX_LINES).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
            <li data-marked={isMarked(index + 1)} key={index}>
              {line || ' '}
            </li>
          ))}
        </ol>
      </pre>
      {more > 0 && <p>… and {more === 1 ? 'one more line' : `${more} more lines`}</p>}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
