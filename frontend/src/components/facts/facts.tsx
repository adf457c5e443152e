// Role, period and the like at the top of a project. Facts that nobody gave are not there.
import type { Project } from '../../cms/shapes/project.ts'
import { periodText } from '../../dates.ts'
import { type Speaking, useLanguage } from '../../i18n/context.tsx'

const factsOf = (
  { kind, role, period, technologies, score }: Project,
  { t, language }: Speaking,
): [string, string][] => {
  const entries: [string, string | null | undefined][] = [
    [t.facts.kind, kind && (t.kinds[kind] ?? kind)],
    [t.facts.role, role],
    [t.facts.when, periodText(period, language)],
    [t.facts.madeWith, technologies.map(({ name }) => name).join(', ')],
    [t.facts.score, score === null ? null : t.facts.scoreOf(score)],
  ]
  return entries.flatMap(([term, value]) => (value ? [[term, value]] : []))
}

export const Facts = ({ project }: { project: Project }) => {
  const facts = factsOf(project, useLanguage())
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
