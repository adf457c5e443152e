// End of every page: how to reach the owner, where else they are, the page in other languages and themes, what is new, and how the site does.
import type { Site } from '../../cms/shapes/site.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { feedPath } from '../../machine-paths.ts'
import { type Place, pathOf } from '../../routes.ts'
import { LanguageSwitch } from '../language-switch/language-switch.tsx'
import { ThemeChoice } from '../theme-choice/theme-choice.tsx'
import { Ways } from '../ways/ways.tsx'

/** `query`: what was asked for, with its question mark; the page in another language asks for the same. */
export type FooterProps = { site: Site | null; place: Place; query?: string | undefined }

/** That a message was sent is true only of the page that says so. */
const placeElsewhere = (place: Place): Place =>
  place.page === 'sent' ? { page: 'contact' } : place

export const Footer = ({ site, place, query = '' }: FooterProps) => {
  const { t, language, local, pathTo } = useLanguage()
  const { email = null, socials = [], footer = null, footerLinks = [] } = site ?? {}
  const status = pathTo({ page: 'status' })
  const hasLinks = email !== null || socials.length > 0 || footerLinks.length > 0
  return (
    <footer className="footer">
      <div className="footer-inner">
        {hasLinks && (
          <ul className="footer-links" aria-label={t.elsewhere}>
            <Ways email={email} socials={socials} />
            {footerLinks.map(({ label, href }) => (
              <li key={href}>
                <a href={local(href)}>{label}</a>
              </li>
            ))}
          </ul>
        )}
        {place.page !== 'missing' && (
          <LanguageSwitch
            className="footer-links"
            languages={site?.languages ?? []}
            hrefIn={(language) => pathOf({ ...placeElsewhere(place), language }) + query}
          />
        )}
        <ThemeChoice />
        <p className="footer-text">{footer ?? site?.name}</p>
        <div className="footer-links">
          <a href={feedPath('feed.xml', language)} type="application/rss+xml">
            {t.feed}
          </a>
          <a href={status} aria-current={status === pathTo(place) ? 'page' : undefined}>
            {t.status.link}
          </a>
        </div>
      </div>
    </footer>
  )
}
