// All projects as a list to read: year, title, sentence, technologies.
import type { ProjectSummary } from '../../cms/shapes/project.ts'
import { yearOf } from '../../dates.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { RunsHere } from '../project-card/project-card.tsx'
import { TechnologyTags } from '../technology-tags/technology-tags.tsx'

type ProjectListProps = {
  projects: readonly ProjectSummary[]
  /** Of the projects' names: one below the heading that the list stands under. */
  level?: 2 | 3
}

export const ProjectList = ({ projects, level = 2 }: ProjectListProps) => {
  const { pathTo } = useLanguage()
  const Heading = `h${level}` as const
  return (
    <ul className="list">
      {projects.map(({ slug, title, summary, technologies, period, hasDemo }) => (
        <li key={slug} className="list-row whole">
          <p className="list-year">{yearOf(period)}</p>
          <div className="list-words">
            <Heading className="list-title">
              <a className="whole-link" href={pathTo({ page: 'project', slug })}>
                {title}
              </a>
            </Heading>
            {summary && <p className="list-summary">{summary}</p>}
            <TechnologyTags technologies={technologies} limit={5} />
          </div>
          {hasDemo && (
            <p className="list-mark">
              <RunsHere />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
