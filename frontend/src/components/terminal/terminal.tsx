// The terminal of a project: what can be run and what it does, readable by itself; a button that makes it live.
import type { Demo } from '../../cms/shapes.ts'
import { STRINGS } from '../../strings.ts'
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
  const { toolchain, mode, commands } = demo
  const name = demo.title ?? slug
  const language = toolchain && (STRINGS.toolchains[toolchain] ?? toolchain)
  return (
    <section className="terminal" id="terminal" aria-labelledby="terminal-heading" data-terminal>
      <div className="terminal-words">
        <h2 className="section-heading" id="terminal-heading">
          Run it here
        </h2>
        <p>
          {mode === 'guided' ? 'A prompt for the project’s own commands' : 'A shell'} in a sandbox
          of your own, in the project’s folder, with the program built from its source. It starts
          when you press Launch and is thrown away when you leave.
        </p>
      </div>
      <live-terminal
        class="terminal-box"
        label={`Terminal of ${name}`}
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
              <p className="terminal-noscript">Launching needs JavaScript.</p>
            </noscript>
            <button type="button" className="button" data-terminal-launch hidden>
              Launch
            </button>
          </div>
          <Poster demo={demo} />
        </div>
      </live-terminal>
      {commands.length > 0 && (
        <div className="terminal-commands">
          <h3>Commands to try</h3>
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
