// What one can do with a project: run it here, read its source, visit it, watch it.
import type { Project } from '../../cms/shapes.ts'

export type ProjectLinksProps = { links: Project['links']; canRun: boolean }

export const ProjectLinks = ({ links, canRun }: ProjectLinksProps) => {
  const { source, live, video } = links
  if (!canRun && !source && !live && !video) return null
  return (
    <ul className="actions">
      {canRun && (
        <li>
          <a className="button" href="#terminal">
            Run it
          </a>
        </li>
      )}
      {source && (
        <li>
          <a href={source} rel="noopener">
            Source
          </a>
        </li>
      )}
      {live && (
        <li>
          <a href={live} rel="noopener">
            Visit
          </a>
        </li>
      )}
      {video && (
        <li>
          <a href={video} rel="noopener">
            Video
          </a>
        </li>
      )}
    </ul>
  )
}
