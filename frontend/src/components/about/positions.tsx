// The latest positions in brief.
import type { ExperienceSummary } from '../../cms/shapes/experience.ts'
import { periodText } from '../../dates.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { Section } from '../section/section.tsx'

const MAX_SHOWN = 4

export const Positions = ({ experiences }: { experiences: readonly ExperienceSummary[] }) => {
  const { t, language, pathTo } = useLanguage()
  if (experiences.length === 0) return null
  return (
    <Section id="experience" heading={t.about.experience}>
      <ul className="positions">
        {experiences.slice(0, MAX_SHOWN).map(({ slug, role, company, period, subtitle }) => (
          <li key={slug}>
            <p className="position-period">{periodText(period, language)}</p>
            <div>
              <h3 className="position-name">
                <a href={pathTo({ page: 'experience', slug })}>
                  {role}, {company}
                </a>
              </h3>
              {subtitle && <p className="position-summary">{subtitle}</p>}
            </div>
          </li>
        ))}
      </ul>
      {experiences.length > MAX_SHOWN && (
        <p className="about-more">
          <a href={pathTo({ page: 'experiences' })}>{t.about.allExperience}</a>
        </p>
      )}
    </Section>
  )
}
