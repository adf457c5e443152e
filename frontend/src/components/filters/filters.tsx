// Narrows the list of projects, by links: each narrowing has an address of its own.
import type { ReactNode } from 'react'

import { useLanguage } from '../../i18n/context.tsx'
import type { Content } from '../../page-data.ts'
import type { Place, ProjectFilter } from '../../routes.ts'

/** More technologies than these are folded away, the most used ones first. */
const SHOWN_TECHNOLOGIES = 12

type Choice = { key: string; label: string; count?: number; filter: ProjectFilter }

const placeOf = (filter: ProjectFilter): Place => ({ page: 'projects', filter, number: 1 })

const isSame = (one: ProjectFilter, other: ProjectFilter) =>
  JSON.stringify(one) === JSON.stringify(other)

type ChoicesProps = { label: string; choices: readonly Choice[]; current: ProjectFilter }

const One = ({ choice, current }: { choice: Choice; current: ProjectFilter }) => {
  const { pathTo } = useLanguage()
  const { label, count, filter } = choice
  return (
    <li>
      <a href={pathTo(placeOf(filter))} aria-current={isSame(filter, current) ? 'true' : undefined}>
        {label}
        {count !== undefined && <span className="filter-count"> {count}</span>}
      </a>
    </li>
  )
}

const Choices = ({ label, choices, current }: ChoicesProps) => (
  <ul className="filter-choices" aria-label={label}>
    {choices.map((choice) => (
      <One key={choice.key} choice={choice} current={current} />
    ))}
  </ul>
)

/** The label is on each list of the row, for whoever does not see the row. */
const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="filter-row">
    <p aria-hidden="true">{label}</p>
    <div>{children}</div>
  </div>
)

const Technologies = ({ choices, current }: Omit<ChoicesProps, 'label'>) => {
  const { list } = useLanguage().t
  const rest = choices.slice(SHOWN_TECHNOLOGIES)
  if (choices.length === 0) return null
  return (
    <Row label={list.byTechnology}>
      <Choices
        label={list.byTechnology}
        choices={choices.slice(0, SHOWN_TECHNOLOGIES)}
        current={current}
      />
      {rest.length > 0 && (
        <details className="filter-more" open={rest.some(({ filter }) => isSame(filter, current))}>
          <summary>{list.moreTechnologies(rest.length)}</summary>
          <Choices label={list.byTechnology} choices={rest} current={current} />
        </details>
      )}
    </Row>
  )
}

type FiltersProps = Pick<
  Extract<Content, { page: 'projects' }>,
  'filter' | 'kinds' | 'technologies'
>

export const Filters = ({ filter, kinds, technologies }: FiltersProps) => {
  const { t } = useLanguage()
  const all: Choice = { key: '', label: t.list.all, filter: { by: 'nothing' } }
  const ofKinds = kinds.map(
    ({ kind, projects }): Choice => ({
      key: kind,
      label: t.kinds[kind] ?? kind,
      count: projects,
      filter: { by: 'kind', kind },
    }),
  )
  const ofTechnologies = technologies
    .filter(({ projects }) => (projects ?? 0) > 0)
    .toSorted((one, other) => (other.projects ?? 0) - (one.projects ?? 0))
    .map(
      ({ slug, name, projects }): Choice => ({
        key: slug,
        label: name,
        count: projects ?? 0,
        filter: { by: 'technology', technology: slug },
      }),
    )
  if (ofKinds.length + ofTechnologies.length < 2) return null
  return (
    <nav className="filters" aria-label={t.list.filters}>
      <Row label={t.list.byKind}>
        <Choices label={t.list.byKind} choices={[all, ...ofKinds]} current={filter} />
      </Row>
      <Technologies choices={ofTechnologies} current={filter} />
    </nav>
  )
}
