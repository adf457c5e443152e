// End of every page: how to reach the owner, and where else they are.
import type { Site } from '../../cms/shapes.ts'
import { STRINGS } from '../../strings.ts'

export const Footer = ({ site }: { site: Site | null }) => {
  const { email = null, socials = [], footer = null } = site ?? {}
  const hasLinks = email !== null || socials.length > 0
  return (
    <footer className="footer">
      <div className="footer-inner">
        {hasLinks && (
          <ul className="footer-links" aria-label={STRINGS.elsewhere}>
            {email && (
              <li>
                <a href={`mailto:${email}`}>{email}</a>
              </li>
            )}
            {socials.map(({ label, href }) => (
              <li key={href}>
                <a href={href} rel="me noopener">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p className="footer-text">{footer ?? site?.name}</p>
      </div>
    </footer>
  )
}
