// What one can do with a project: run it here, read its source, visit it, watch it. The one filled button is the terminal's.
import type { Project } from '../../cms/shapes/project.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { hasSourceAddress } from '../../routes.ts'

type ProjectLinksProps = { project: Pick<Project, 'demo' | 'hasSource' | 'links' | 'slug'> }

export const ProjectLinks = ({ project }: ProjectLinksProps) => {
  const { t, pathTo } = useLanguage()
  const { slug, demo, links } = project
  const { source, live, video } = links
  const hasSource = project.hasSource && hasSourceAddress(slug)
  if (!demo && !hasSource && !source && !live && !video) return null
  return (
    <ul className="actions">
      {demo && (
        <li>
          <a className="button button-quiet" href="#terminal">
            {t.links.run}
          </a>
        </li>
      )}
      {hasSource && (
        <li>
          <a href={pathTo({ page: 'source', slug, path: '' })}>{t.links.source}</a>
        </li>
      )}
      {source && (
        <li>
          <a href={source} rel="noopener">
            {hasSource ? t.links.repository : t.links.source}
          </a>
        </li>
      )}
      {live && (
        <li>
          <a href={live} rel="noopener">
            {t.links.live}
          </a>
        </li>
      )}
      {video && (
        <li>
          <a href={video} rel="noopener">
            {t.links.video}
          </a>
        </li>
      )}
    </ul>
  )
}
