// What was found, the best first, with the words that were asked for marked.
import { useLanguage } from '../../i18n/context.tsx'
import type { Found, Piece } from '../../search.ts'

/** Content never moves, so its position is its identity. */
const keyed = (piece: Piece, index: number) => ({ key: `${index}`, ...piece })

const Marked = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces
    .map(keyed)
    .map(({ key, text, isMatch }) => (isMatch ? <mark key={key}>{text}</mark> : text))

export const SearchResults = ({ items }: { items: readonly Found[] }) => {
  const { t } = useLanguage()
  return (
    <ul className="list" aria-label={t.searching.results}>
      {items.map(({ href, kind, title, excerpt }) => (
        <li key={href} className="list-row whole">
          <p className="list-year">{kind}</p>
          <div className="list-words">
            <h2 className="list-title">
              <a className="whole-link" href={href}>
                <Marked pieces={title} />
              </a>
            </h2>
            <p className="list-summary">
              <Marked pieces={excerpt} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
