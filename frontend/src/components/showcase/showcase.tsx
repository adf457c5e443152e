// Says on the home page that the terminals are real, and where the nearest ones are.
import type { ProjectSummary } from '../../cms/shapes/project.ts'
import { useLanguage } from '../../i18n/context.tsx'

const MAX_SHOWN = 4

export const Showcase = ({ projects }: { projects: readonly ProjectSummary[] }) => {
  const { t, pathTo } = useLanguage()
  const entries = projects.filter(({ hasDemo }) => hasDemo).slice(0, MAX_SHOWN)
  if (entries.length === 0) return null
  return (
    <section className="showcase" aria-labelledby="showcase">
      <div className="showcase-words">
        <h2 id="showcase">{t.showcase.heading}</h2>
        <p>{t.showcase.lead}</p>
      </div>
      <ul className="showcase-screen">
        {entries.map(({ slug, title, firstCommand }) => (
          <li key={slug}>
            <a href={`${pathTo({ page: 'project', slug })}#terminal`}>
              {firstCommand && <code>{firstCommand}</code>}
              <span className="showcase-title">{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
