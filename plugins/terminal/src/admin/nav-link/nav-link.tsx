'use client'
// The ways to the plugin's pages, below the collections.
import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { INSIGHTS_PATH, TERMINAL_PATH } from '../path.ts'
import { useWords } from '../use-words.ts'

const PAGES = [
  { path: TERMINAL_PATH, word: 'liveSessions', id: 'nav-terminal' },
  { path: INSIGHTS_PATH, word: 'insights', id: 'nav-terminal-insights' },
] as const

export const TerminalNavLink = () => {
  const { say } = useWords()
  const { config } = useConfig()
  const pathname = usePathname()
  return PAGES.map(({ path, word, id }) => {
    const href = `${config.routes.admin}${path}`
    return (
      <Link className="nav__link" href={href} id={id} key={id} prefetch={false}>
        {pathname === href && <div className="nav__link-indicator" />}
        <span className="nav__link-label">{say(word)}</span>
      </Link>
    )
  })
}
