// What one can do with a project: run it here, read its source, visit it, watch it. The one filled button is the terminal's.
import type { Project } from '../../cms/shapes/project.ts'
import { useLanguage } from '../../i18n/context.tsx'

type ProjectLinksProps = { links: Project['links']; canRun: boolean }

export const ProjectLinks = ({ links, canRun }: ProjectLinksProps) => {
  const { t } = useLanguage()
  const { source, live, video } = links
  if (!canRun && !source && !live && !video) return null
  return (
    <ul className="actions">
      {canRun && (
        <li>
          <a className="button button-quiet" href="#terminal">
            {t.links.run}
          </a>
        </li>
      )}
      {source && (
        <li>
          <a href={source} rel="noopener">
            {t.links.source}
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
