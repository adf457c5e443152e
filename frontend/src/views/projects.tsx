// `/projects`: everything or what it is narrowed to, in the owner's order, a page at a time.
import { Filters } from '../components/filters/filters.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Pager } from '../components/pager/pager.tsx'
import { ProjectList } from '../components/project-list/project-list.tsx'
import { useLanguage } from '../i18n/context.tsx'
import { listTitle } from '../list-title.ts'
import type { Content } from '../page-data.ts'
import { PROJECTS } from '../routes.ts'

type ListContent = Extract<Content, { page: 'projects' }>

const Nothing = ({ filter }: Pick<ListContent, 'filter'>) => {
  const { t, pathTo } = useLanguage()
  return (
    <Notice>
      {filter.by === 'nothing' ? (
        <p>{t.nothingYet}</p>
      ) : (
        <p>
          {t.list.nothing} <a href={pathTo(PROJECTS)}>{t.allProjects}</a>
        </p>
      )}
    </Notice>
  )
}

export const Projects = ({ content }: { content: ListContent }) => {
  const { t, pathTo } = useLanguage()
  const { list, filter, kinds, technologies } = content
  const canRun = list.items.some(({ hasDemo }) => hasDemo)
  return (
    <>
      <PageHead title={listTitle(content, t)} lead={canRun ? t.projectsLead : null} />
      <Filters filter={filter} kinds={kinds} technologies={technologies} />
      {list.items.length > 0 ? <ProjectList projects={list.items} /> : <Nothing filter={filter} />}
      <Pager
        page={list.page}
        pages={list.pages}
        hrefOf={(number) => pathTo({ page: 'projects', filter, number })}
      />
    </>
  )
}
