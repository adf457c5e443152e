// The element of a live terminal, and what stands in its place before the launch: a bar with its name, and a screen.
import type { ReactNode } from 'react'
import type { Demo } from '../../cms/shapes/project.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { UNTIL_SCRIPT } from '../../until-script.ts'

/** `title`: in words, for its label. `name`: as the bar shows it. `children`: the screen. */
type TerminalBoxProps = {
  slug: string
  title: string
  name: ReactNode
  children: ReactNode
}

export const TerminalBox = ({ slug, title, name, children }: TerminalBoxProps) => {
  const { t } = useLanguage()
  return (
    <live-terminal
      class="terminal-box"
      label={t.terminal.label(title)}
      project={slug}
      tickets-url="/api/terminal/tickets"
      moments-url="/api/terminal/moments"
      // The element's style hides the poster in every other state, the one before its script included.
      data-state="idle"
    >
      <div className="terminal-idle" data-terminal-poster>
        <div className="terminal-bar">
          <p className="terminal-name">{name}</p>
          <noscript>
            <p className="terminal-noscript">{t.terminal.needsScript}</p>
          </noscript>
          <button type="button" className="button" data-terminal-launch {...UNTIL_SCRIPT}>
            {t.terminal.launch}
          </button>
        </div>
        {children}
      </div>
    </live-terminal>
  )
}

/** What a demo greets with and can be asked, as if typed. */
export const Poster = ({ welcome, commands }: Pick<Demo, 'welcome' | 'commands'>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1)
  <pre className="terminal-poster" tabIndex={0}>
    {welcome && `${welcome}\n\n`}
    {commands.map(({ command }) => (
      <span key={command} className="terminal-line">
        <span className="terminal-prompt">$</span> {command}
        {'\n'}
      </span>
    ))}
  </pre>
)
