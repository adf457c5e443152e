// Where to go on from a project.
import type { ProjectLink } from '../../cms/shapes/parts.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { PROJECTS } from '../../routes.ts'

export const Related = ({ related }: { related: readonly ProjectLink[] }) => {
  const { t, pathTo } = useLanguage()
  return (
    <nav className="related" aria-labelledby="related">
      <h2 className="section-heading" id="related">
        {related.length > 0 ? t.related : t.more}
      </h2>
      <ul>
        {related.map(({ slug, title, summary }) => (
          <li key={slug}>
            <a href={pathTo({ page: 'project', slug })}>{title}</a>
            {summary && <p>{summary}</p>}
          </li>
        ))}
        <li>
          <a href={pathTo(PROJECTS)}>{t.allProjects}</a>
        </li>
      </ul>
    </nav>
  )
}
