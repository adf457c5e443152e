// Pages that say one thing: nothing is here, or something broke.
import { PageHead } from '../components/page-head/page-head.tsx'
import { useLanguage } from '../i18n/context.tsx'
import { PROJECTS } from '../routes.ts'

export const Message = ({ title, lead }: { title: string; lead: string }) => {
  const { t, pathTo } = useLanguage()
  return (
    <PageHead title={title} lead={lead}>
      <ul className="actions">
        <li>
          <a className="button" href={pathTo(PROJECTS)}>
            {t.allProjects}
          </a>
        </li>
        <li>
          <a href={pathTo({ page: 'home' })}>{t.home}</a>
        </li>
      </ul>
    </PageHead>
  )
}
