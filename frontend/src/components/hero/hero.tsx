// Who this is, in one look.
import type { Site } from '../../cms/shapes/site.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { PROJECTS } from '../../routes.ts'

export const Hero = ({ site }: { site: Site }) => {
  const { t, pathTo } = useLanguage()
  const { name, title, intro, location, availability, email } = site
  const facts = [location, availability].filter((fact) => fact !== null)
  return (
    <div className="page-head hero">
      <h1>
        {name ?? t.projects}
        {title && <span className="hero-title"> {title}</span>}
      </h1>
      {intro && <p className="page-lead lines">{intro}</p>}
      {facts.length > 0 && (
        <ul className="hero-facts" aria-label={t.atAGlance}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <ul className="actions">
        <li>
          <a className="button" href={pathTo(PROJECTS)}>
            {t.allProjects}
          </a>
        </li>
        {email && (
          <li>
            <a href={`mailto:${email}`}>{t.email}</a>
          </li>
        )}
      </ul>
    </div>
  )
}
