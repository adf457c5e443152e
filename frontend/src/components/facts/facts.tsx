// Role, period and the like at the top of a project. Facts that nobody gave are not there.
import type { Project } from '../../cms/shapes/project.ts'
import { periodText } from '../../dates.ts'
import { type Speaking, useLanguage } from '../../i18n/context.tsx'
import { type Fact, FactList } from './fact-list.tsx'

/** What it is made with; each leads to everything that is. */
const Stack = ({ technologies }: Pick<Project, 'technologies'>) => {
  const { pathTo } = useLanguage()
  return technologies.map(({ slug, name }, index) => (
    <span key={slug}>
      {index > 0 && ', '}
      <a
        href={pathTo({
          page: 'projects',
          filter: { by: 'technology', technology: slug },
          number: 1,
        })}
      >
        {name}
      </a>
    </span>
  ))
}

const Position = ({ experience }: { experience: NonNullable<Project['experience']> }) => {
  const { pathTo } = useLanguage()
  const { slug, company } = experience
  return <a href={pathTo({ page: 'experience', slug })}>{company}</a>
}

const factsOf = (
  { kind, role, period, technologies, score, experience }: Project,
  { t, language }: Speaking,
): Fact[] => [
  { term: t.facts.role, value: role },
  { term: t.facts.when, value: periodText(period, language) },
  {
    term: t.facts.madeWith,
    value: technologies.length > 0 && <Stack technologies={technologies} />,
  },
  { term: t.facts.at, value: experience && <Position experience={experience} /> },
  { term: t.facts.kind, value: kind && (t.kinds[kind] ?? kind) },
  { term: t.facts.score, value: score === null ? null : t.facts.scoreOf(score) },
]

export const Facts = ({ project }: { project: Project }) => (
  <FactList facts={factsOf(project, useLanguage())} />
)
