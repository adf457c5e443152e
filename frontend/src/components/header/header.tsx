// Top of every page: whose site it is, and the way to its parts.
import type { Site } from '../../cms/shapes.ts'
import { STRINGS } from '../../strings.ts'

const DEFAULT_NAVIGATION = [{ label: STRINGS.projects, href: '/projects' }]

export type HeaderProps = { site: Site | null; path: string }

/** A part is current for itself; the part that leads to this page is marked as the place we are in. */
const currentOf = (href: string, path: string) => {
  if (href === path) return 'page' as const
  return href !== '/' && path.startsWith(`${href}/`) ? ('true' as const) : undefined
}

export const Header = ({ site, path }: HeaderProps) => {
  const navigation = site && site.navigation.length > 0 ? site.navigation : DEFAULT_NAVIGATION
  return (
    <header className="header">
      <div className="header-inner">
        <a className="header-name" href="/" aria-current={currentOf('/', path)}>
          {site?.name ?? STRINGS.home}
        </a>
        <nav className="header-nav" aria-label={STRINGS.navigation}>
          <ul>
            {navigation.map(({ label, href }) => (
              <li key={href}>
                <a href={href} aria-current={currentOf(href, path)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}
