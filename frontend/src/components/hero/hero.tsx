// Who this is, what they do, and what to do next, in one look.
import type { Site } from '../../cms/shapes/site.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { PROJECTS } from '../../routes.ts'
import { Picture } from '../picture/picture.tsx'

const PORTRAIT_SIZES = '(min-width: 768px) 192px, 96px'

/** A heading of the owner's own says what they do; name and title then stand above it. */
const Heading = ({ site: { name, title, hero } }: { site: Site }) => {
  const { t } = useLanguage()
  if (!hero.heading) {
    return (
      <h1>
        {name ?? t.projects}
        {title && <span className="hero-title"> {title}</span>}
      </h1>
    )
  }
  const who = [name, title].filter(Boolean).join(', ')
  return (
    <>
      {who && <p className="hero-who">{who}</p>}
      <h1>{hero.heading}</h1>
    </>
  )
}

/** Those that the owner chose, the first of them as the one to take. */
const actionsOf = ({ hero }: Site, { t, pathTo, local }: ReturnType<typeof useLanguage>) => {
  if (hero.actions.length > 0) {
    return hero.actions.map(({ label, href }) => ({ label, href: local(href) }))
  }
  return [
    { label: t.allProjects, href: pathTo(PROJECTS) },
    { label: t.about.write, href: pathTo({ page: 'contact' }) },
  ]
}

export const Hero = ({ site }: { site: Site }) => {
  const speaking = useLanguage()
  const { intro, portrait, location, availability } = site
  const facts = [location, availability].filter((fact) => fact !== null)
  return (
    <div className="page-head hero">
      {portrait && (
        <div className="hero-portrait framed">
          <Picture image={portrait} sizes={PORTRAIT_SIZES} isFirst />
        </div>
      )}
      <div className="hero-words">
        <Heading site={site} />
        {intro && <p className="page-lead lines">{intro}</p>}
        {facts.length > 0 && (
          <ul className="hero-facts" aria-label={speaking.t.atAGlance}>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        )}
        <ul className="actions">
          {actionsOf(site, speaking).map(({ label, href }, index) => (
            <li key={href}>
              <a className={index === 0 ? 'button' : undefined} href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
