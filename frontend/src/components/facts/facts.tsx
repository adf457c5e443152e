// Role, period and the like at the top of a project. Facts that nobody gave are not there.
import type { Project } from '../../cms/shapes.ts'
import { periodText } from '../../dates.ts'
import { STRINGS } from '../../strings.ts'

const factsOf = ({ kind, role, period, technologies, score }: Project): [string, string][] => {
  const entries: [string, string | null | undefined][] = [
    ['Kind', kind && (STRINGS.kinds[kind] ?? kind)],
    ['Role', role],
    ['When', periodText(period)],
    ['Made with', technologies.map(({ name }) => name).join(', ')],
    ['Score', score === null ? null : `${score} / 100`],
  ]
  return entries.flatMap(([term, value]) => (value ? [[term, value]] : []))
}

export const Facts = ({ project }: { project: Project }) => {
  const facts = factsOf(project)
  if (facts.length === 0) return null
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
