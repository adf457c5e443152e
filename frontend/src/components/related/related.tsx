// Where to go on from a project.
import type { Project } from '../../cms/shapes.ts'
import { projectPath } from '../../routes.ts'
import { STRINGS } from '../../strings.ts'

export const Related = ({ related }: { related: Project['related'] }) => (
  <nav className="related" aria-labelledby="related">
    <h2 className="section-heading" id="related">
      {related.length > 0 ? 'Related' : 'More'}
    </h2>
    <ul>
      {related.map(({ slug, title, summary }) => (
        <li key={slug}>
          <a href={projectPath(slug)}>{title}</a>
          {summary && <p>{summary}</p>}
        </li>
      ))}
      <li>
        <a href="/projects">{STRINGS.allProjects}</a>
      </li>
    </ul>
  </nav>
)
