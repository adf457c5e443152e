'use client'
// The way to the page of live sessions, below the collections.
import { Link, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { TERMINAL_PATH } from '../path.ts'
import { useWords } from '../use-words.ts'

export const TerminalNavLink = () => {
  const { say } = useWords()
  const { config } = useConfig()
  const pathname = usePathname()
  const href = `${config.routes.admin}${TERMINAL_PATH}`
  return (
    <Link className="nav__link" href={href} id="nav-terminal" prefetch={false}>
      {pathname === href && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{say('liveSessions')}</span>
    </Link>
  )
}
