// Top of every page: whose site it is, the way to its parts, and to the search.
import type { Site } from '../../cms/shapes/site.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { type Place, PROJECTS } from '../../routes.ts'

type HeaderProps = { site: Site | null; place: Place }

/** A part is current for itself; the part that leads to this page is marked as the place we are in. */
const currentOf = (href: string, path: string) => {
  if (href === path) return 'page' as const
  return href !== '/' && path.startsWith(`${href}/`) ? ('true' as const) : undefined
}

export const Header = ({ site, place }: HeaderProps) => {
  const { t, pathTo, local } = useLanguage()
  const path = pathTo(place)
  const own = site?.navigation.map(({ label, href }) => ({ label, href: local(href) })) ?? []
  const navigation = own.length > 0 ? own : [{ label: t.projects, href: pathTo(PROJECTS) }]
  const home = pathTo({ page: 'home' })
  const search = pathTo({ page: 'search' })
  return (
    <header className="header">
      <div className="header-inner">
        <a className="header-name" href={home} aria-current={home === path ? 'page' : undefined}>
          {site?.name ?? t.home}
        </a>
        <nav className="header-nav" aria-label={t.navigation}>
          {/* On a narrow screen the list is a popover, which needs no script. */}
          <button type="button" className="header-menu" popoverTarget="menu">
            {t.menu}
          </button>
          <ul id="menu" popover="auto">
            {navigation.map(({ label, href }) => (
              <li key={href}>
                <a href={href} aria-current={currentOf(href, path)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <a
          className="header-search"
          href={search}
          aria-current={search === path ? 'page' : undefined}
          aria-keyshortcuts="Control+K Meta+K /"
          data-search-link
        >
          {t.search}
        </a>
      </div>
    </header>
  )
}
