// What is on a long page: links to its sections and to the headings in them. Beside the text where there is room, folded above it elsewhere.
import { useLanguage } from '../../i18n/context.tsx'

export type ContentsEntry = {
  id: string
  text: string
  below: readonly { id: string; text: string }[]
}

/** A page of so few sections is seen at a glance. */
const MIN_ENTRIES = 3

const Entries = ({ entries }: { entries: readonly ContentsEntry[] }) => (
  <ol>
    {entries.map(({ id, text, below }) => (
      <li key={id}>
        <a href={`#${id}`}>{text}</a>
        {below.length > 0 && (
          <ol>
            {below.map((heading) => (
              <li key={heading.id}>
                <a href={`#${heading.id}`}>{heading.text}</a>
              </li>
            ))}
          </ol>
        )}
      </li>
    ))}
  </ol>
)

export const Contents = ({ entries }: { entries: readonly ContentsEntry[] }) => {
  const { t } = useLanguage()
  if (entries.length < MIN_ENTRIES) return null
  return (
    <div className="contents">
      <details className="contents-folded">
        <summary>{t.contents}</summary>
        <Entries entries={entries} />
      </details>
      <nav className="contents-beside" aria-label={t.contents}>
        <p className="contents-title">{t.contents}</p>
        <Entries entries={entries} />
      </nav>
    </div>
  )
}
