// `/experiences`: positions held, the latest first.
import type { ExperienceSummary } from '../cms/shapes/experience.ts'
import { ExperienceList } from '../components/experience-list/experience-list.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { useLanguage } from '../i18n/context.tsx'

export const Experiences = ({ experiences }: { experiences: readonly ExperienceSummary[] }) => {
  const { t, pathTo } = useLanguage()
  return (
    <>
      <PageHead title={t.experiences} lead={null} />
      {experiences.length > 0 ? (
        <ExperienceList experiences={experiences} />
      ) : (
        <Notice>
          <p>{t.experience.nothingYet}</p>
          <p>
            <a href={pathTo({ page: 'resume' })}>{t.resume}</a>
          </p>
        </Notice>
      )}
    </>
  )
}
