// Says on the home page that the terminals are real, with the first command of each demo as the proof to follow.
import type { ProjectSummary } from '../../cms/shapes.ts'
import { projectPath } from '../../routes.ts'

const MAX_SHOWN = 4

type Entry = { slug: string; title: string; command: string }

const entryOf = ({ slug, title, demo }: ProjectSummary): Entry[] => {
  const command = demo?.commands[0]?.command
  return command ? [{ slug, title, command }] : []
}

export const Showcase = ({ projects }: { projects: readonly ProjectSummary[] }) => {
  const entries = projects.flatMap(entryOf).slice(0, MAX_SHOWN)
  if (entries.length === 0) return null
  return (
    <section className="showcase" aria-labelledby="showcase">
      <div className="showcase-words">
        <h2 id="showcase">These run</h2>
        <p>
          Press Launch on a project’s page and you get a shell on a real machine, in the project’s
          folder, with the program built from its source. No recording, no simulation.
        </p>
      </div>
      <ul className="showcase-screen">
        {entries.map(({ slug, title, command }) => (
          <li key={slug}>
            <a href={`${projectPath(slug)}#terminal`}>
              <span className="showcase-title">{title}</span>
              <code>{command}</code>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
