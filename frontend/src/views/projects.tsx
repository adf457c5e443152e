// `/projects`: everything, in the owner's order, a page at a time.
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { ProjectList } from '../components/project-list/project-list.tsx'
import { useLanguage } from '../i18n/context.tsx'
import type { Content } from '../page-data.ts'

export const Projects = ({
  content: { list },
}: {
  content: Extract<Content, { page: 'projects' }>
}) => {
  const { t } = useLanguage()
  const canRun = list.items.some(({ hasDemo }) => hasDemo)
  return (
    <>
      <PageHead title={t.projects} lead={canRun ? t.projectsLead : null} />
      {list.items.length > 0 ? (
        <ProjectList projects={list.items} />
      ) : (
        <Notice>
          <p>{t.nothingYet}</p>
        </Notice>
      )}
    </>
  )
}
