// The terminal of a project: what can be run and what it does, readable by itself; a button that makes it live.
import type { Demo } from '../../cms/shapes/project.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { Command } from './command.tsx'

export type TerminalProps = { slug: string; demo: Demo }

/** The screen before the launch shows this many commands, so that the box never grows past a real screen. */
const POSTER_COMMANDS = 3

const Poster = ({ demo }: { demo: Demo }) => (
  <pre className="terminal-poster">
    {demo.welcome && `${demo.welcome}\n\n`}
    {demo.commands.slice(0, POSTER_COMMANDS).map(({ command }) => (
      <span key={command} className="terminal-line">
        <span className="terminal-prompt">$</span> {command}
        {'\n'}
      </span>
    ))}
  </pre>
)

export const Terminal = ({ slug, demo }: TerminalProps) => {
  const { t } = useLanguage()
  const { toolchain, mode, commands } = demo
  const name = demo.title ?? slug
  const language = toolchain && (t.toolchains[toolchain] ?? toolchain)
  return (
    <section className="terminal" id="terminal" aria-labelledby="terminal-heading" data-terminal>
      <div className="terminal-words">
        <h2 className="section-heading" id="terminal-heading">
          {t.terminal.heading}
        </h2>
        <p>{mode === 'guided' ? t.terminal.guided : t.terminal.shell}</p>
      </div>
      <live-terminal
        class="terminal-box"
        label={t.terminal.label(name)}
        project={slug}
        tickets-url="/api/terminal/tickets"
        moments-url="/api/terminal/moments"
        // The element's style hides the poster in every other state, the one before its script included.
        data-state="idle"
      >
        <div className="terminal-idle" data-terminal-poster>
          <div className="terminal-bar">
            <p className="terminal-name">
              {name}
              {language && <span>{language}</span>}
            </p>
            <noscript>
              <p className="terminal-noscript">{t.terminal.needsScript}</p>
            </noscript>
            <button type="button" className="button" data-terminal-launch hidden>
              {t.terminal.launch}
            </button>
          </div>
          <Poster demo={demo} />
        </div>
      </live-terminal>
      {commands.length > 0 && (
        <div className="terminal-commands">
          <h3>{t.terminal.commands}</h3>
          <ol>
            {commands.map((command) => (
              <Command key={command.command} {...command} />
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}
