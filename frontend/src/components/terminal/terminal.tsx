// The terminal of a project: what can be run and what it does, readable by itself; a button that makes it live.
import type { Demo } from '../../cms/shapes/project.ts'
import { dayText } from '../../dates.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { keyed } from '../../keyed.ts'
import { UNTIL_SCRIPT } from '../../until-script.ts'
import { Command } from './command.tsx'
import { Poster, TerminalBox } from './terminal-box.tsx'

/** `notice`: what the owner says of all terminals now. */
type TerminalProps = { slug: string; demo: Demo; notice?: string | null }

type Recording = NonNullable<Demo['recording']>

/** Words for a script, as attributes of what it works on. */
const dataOf = (words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [`data-${name}`, word]))

/** What a recording of it shows. It is as wide as the screen was, so it scrolls in its own box. */
const RecordedPoster = ({ demo, recording }: { demo: string; recording: Recording }) => {
  const { t } = useLanguage()
  const { title, durationMs, poster } = recording
  const { open: _open, ...words } = t.replay
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <div
      role="group"
      aria-label={t.terminal.recorded(title)}
      data-replay={`/api/terminal/demos/${encodeURIComponent(demo)}/recording`}
      data-duration-ms={durationMs}
      {...dataOf(words)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus (WCAG 2.1.1) */}
      <pre className="terminal-poster terminal-poster-recorded" tabIndex={0}>
        {keyed(poster).map(({ key, item: { classes, text } }) =>
          classes.length > 0 ? (
            <span key={key} className={classes.join(' ')}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </pre>
    </div>
  )
}

/** When its commands were last tried, and whether all did what they promise. */
const LastTry = ({ ok, at }: NonNullable<Demo['lastTry']>) => {
  const { t, language } = useLanguage()
  return (
    <p className="terminal-checked">
      {t.terminal.lastChecked} <time dateTime={at}>{dayText(at, language)}</time>,{' '}
      {ok ? t.terminal.checkPassed : t.terminal.checkFailed}
    </p>
  )
}

/** The screen before the launch shows this many commands, so that the box never grows past a real screen. */
const POSTER_COMMANDS = 3

export const Terminal = ({ slug, demo, notice = null }: TerminalProps) => {
  const { t, pathTo } = useLanguage()
  const { id, toolchain, mode, welcome, commands, recording, lastTry } = demo
  const name = demo.title ?? slug
  const shown = recording && recording.poster.length > 0 ? recording : null
  const language = toolchain && (t.toolchains[toolchain] ?? toolchain)
  return (
    <section className="terminal" id="terminal" aria-labelledby="terminal-heading" data-terminal>
      <div className="terminal-head">
        <div className="terminal-words">
          <h2 className="section-heading" id="terminal-heading">
            {t.terminal.heading}
          </h2>
          <p>{mode === 'guided' ? t.terminal.guided : t.terminal.shell}</p>
          {lastTry && <LastTry {...lastTry} />}
          {notice && <p className="terminal-notice lines">{notice}</p>}
        </div>
        <div className="terminal-ways">
          {shown && (
            <button type="button" className="small-button" data-replay-open {...UNTIL_SCRIPT}>
              {t.replay.open}
            </button>
          )}
          <a href={pathTo({ page: 'demo', slug })}>{t.terminal.fullWindow}</a>
        </div>
      </div>
      <TerminalBox
        slug={slug}
        title={name}
        name={
          <>
            {name}
            {language && <span>{language}</span>}
          </>
        }
      >
        {shown ? (
          <RecordedPoster demo={id} recording={shown} />
        ) : (
          <Poster welcome={welcome} commands={commands.slice(0, POSTER_COMMANDS)} />
        )}
      </TerminalBox>
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
