// Role, period and the like at the top of a project. Facts that nobody gave are not there.
import type { Project } from '../../cms/shapes/project.ts'
import { periodText } from '../../dates.ts'
import { type Speaking, useLanguage } from '../../i18n/context.tsx'
import { type Fact, FactList } from './fact-list.tsx'

const factsOf = (
  { kind, role, period, technologies, score }: Project,
  { t, language }: Speaking,
): Fact[] => [
  { term: t.facts.kind, value: kind && (t.kinds[kind] ?? kind) },
  { term: t.facts.role, value: role },
  { term: t.facts.when, value: periodText(period, language) },
  { term: t.facts.madeWith, value: technologies.map(({ name }) => name).join(', ') },
  { term: t.facts.score, value: score === null ? null : t.facts.scoreOf(score) },
]

export const Facts = ({ project }: { project: Project }) => (
  <FactList facts={factsOf(project, useLanguage())} />
)
