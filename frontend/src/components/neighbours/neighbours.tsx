// The projects before and after this one, in the owner's order.
import type { ProjectLink } from '../../cms/shapes/parts.ts'
import { useLanguage } from '../../i18n/context.tsx'

type NeighboursProps = { previous: ProjectLink | null; next: ProjectLink | null }

export const Neighbours = ({ previous, next }: NeighboursProps) => {
  const { t, pathTo } = useLanguage()
  if (!previous && !next) return null
  return (
    <nav className="neighbours" aria-label={t.neighbours.heading}>
      {previous && (
        <a href={pathTo({ page: 'project', slug: previous.slug })} rel="prev">
          <span className="neighbour-way">{t.neighbours.previous}</span>
          {previous.title}
        </a>
      )}
      {next && (
        <a
          className="neighbour-next"
          href={pathTo({ page: 'project', slug: next.slug })}
          rel="next"
        >
          <span className="neighbour-way">{t.neighbours.next}</span>
          {next.title}
        </a>
      )}
    </nav>
  )
}
