// Positions along a line of time, as the owner ordered them: when, as what, where, with what.
import type { ExperienceSummary } from '../../cms/shapes/experience.ts'
import { periodText } from '../../dates.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { TechnologyTags } from '../technology-tags/technology-tags.tsx'

type ExperienceListProps = {
  experiences: readonly ExperienceSummary[]
  /** Of the names of positions: one below the heading that the list stands under. */
  level?: 2 | 3
}

export const ExperienceList = ({ experiences, level = 2 }: ExperienceListProps) => {
  const { language, pathTo } = useLanguage()
  const Heading = `h${level}` as const
  return (
    <ol className="career">
      {experiences.map(({ slug, company, role, subtitle, location, period, technologies }) => (
        <li
          key={slug}
          className={period.start && !period.end ? 'career-entry career-current' : 'career-entry'}
        >
          <p className="career-when">{periodText(period, language)}</p>
          <div className="career-words whole">
            <Heading className="career-title">
              <a className="whole-link" href={pathTo({ page: 'experience', slug })}>
                {role}
              </a>
            </Heading>
            <p className="career-where">{[company, location].filter(Boolean).join(' · ')}</p>
            {subtitle && <p className="career-subtitle">{subtitle}</p>}
            <TechnologyTags technologies={technologies} limit={6} />
          </div>
        </li>
      ))}
    </ol>
  )
}
