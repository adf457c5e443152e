// Code to read. It scrolls in its own box, which the keyboard can reach.
import { useLanguage } from '../../i18n/context.tsx'
import { highlight } from './highlight.ts'

export type CodeBlockProps = { code: string; language: string | null }

export const CodeBlock = ({ code, language }: CodeBlockProps) => {
  const { t } = useLanguage()
  const name = language && language !== 'text' ? (t.languages[language] ?? language) : null
  return (
    <figure className="code">
      {name && <figcaption className="code-language">{name}</figcaption>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1) */}
      <pre tabIndex={0}>
        <code>
          {highlight(code, language).map(({ kind, text, at }) =>
            kind ? (
              <span key={at} className={`code-${kind}`}>
                {text}
              </span>
            ) : (
              text
            ),
          )}
        </code>
      </pre>
    </figure>
  )
}
