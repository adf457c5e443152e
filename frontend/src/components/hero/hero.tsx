// Who this is, in one look.
import type { Site } from '../../cms/shapes.ts'
import { STRINGS } from '../../strings.ts'

export const Hero = ({ site }: { site: Site }) => {
  const { name, title, intro, location, availability, email } = site
  const facts = [location, availability].filter((fact) => fact !== null)
  return (
    <div className="page-head hero">
      <h1>
        {name ?? STRINGS.projects}
        {title && <span className="hero-title"> {title}</span>}
      </h1>
      {intro && <p className="page-lead lines">{intro}</p>}
      {facts.length > 0 && (
        <ul className="hero-facts" aria-label="At a glance">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <ul className="actions">
        <li>
          <a className="button" href="/projects">
            {STRINGS.allProjects}
          </a>
        </li>
        {email && (
          <li>
            <a href={`mailto:${email}`}>{STRINGS.email}</a>
          </li>
        )}
      </ul>
    </div>
  )
}
