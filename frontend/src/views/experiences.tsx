// `/experiences`: positions held, the latest first.
import type { ExperienceSummary } from '../cms/shapes/experience.ts'
import { PageHead } from '../components/page-head/page-head.tsx'
import { periodText } from '../dates.ts'
import { useLanguage } from '../i18n/context.tsx'

export const Experiences = ({ experiences }: { experiences: readonly ExperienceSummary[] }) => {
  const { t, language, pathTo } = useLanguage()
  return (
    <>
      <PageHead title={t.experiences} lead={null} />
      <ul className="list">
        {experiences.map(({ slug, company, role, period }) => (
          <li key={slug} className="list-row">
            <p className="list-year">{periodText(period, language)}</p>
            <div className="list-words">
              <h2 className="list-title">
                <a href={pathTo({ page: 'experience', slug })}>
                  {role}, {company}
                </a>
              </h2>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
