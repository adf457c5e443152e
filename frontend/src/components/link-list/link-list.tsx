// Links to projects, each with its sentence.
import type { ProjectLink } from '../../cms/shapes/parts.ts'
import { useLanguage } from '../../i18n/context.tsx'

export const ProjectLinkList = ({ projects }: { projects: readonly ProjectLink[] }) => {
  const { pathTo } = useLanguage()
  return (
    <ul className="link-list">
      {projects.map(({ slug, title, summary }) => (
        <li key={slug}>
          <a href={pathTo({ page: 'project', slug })}>{title}</a>
          {summary && <p>{summary}</p>}
        </li>
      ))}
    </ul>
  )
}
