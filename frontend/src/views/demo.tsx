// `/demo/[slug]`: a project's terminal, alone in the window.
import type { Demo as DemoContent, Project } from '../cms/shapes/project.ts'
import { useLanguage } from '../i18n/context.tsx'

export type DemoProps = { project: Project; demo: DemoContent }

const Commands = ({ demo: { welcome, commands } }: { demo: DemoContent }) => (
  <pre className="terminal-poster">
    {welcome && `${welcome}\n\n`}
    {commands.map(({ command }) => (
      <span key={command} className="terminal-line">
        <span className="terminal-prompt">$</span> {command}
        {'\n'}
      </span>
    ))}
  </pre>
)

export const Demo = ({ project: { slug, title }, demo }: DemoProps) => {
  const { t, pathTo } = useLanguage()
  return (
    <>
      <div className="demo-head">
        <a href={pathTo({ page: 'project', slug })}>{t.demo.back}</a>
        <h1 className="demo-title">{title}</h1>
      </div>
      <section className="demo-terminal" aria-label={t.terminal.label(title)} data-terminal>
        <live-terminal
          class="terminal-box"
          label={t.terminal.label(title)}
          project={slug}
          tickets-url="/api/terminal/tickets"
          moments-url="/api/terminal/moments"
          data-state="idle"
        >
          <div className="terminal-idle" data-terminal-poster>
            <div className="terminal-bar">
              <p className="terminal-name">{demo.title ?? title}</p>
              <noscript>
                <p className="terminal-noscript">{t.terminal.needsScript}</p>
              </noscript>
              <button type="button" className="button" data-terminal-launch hidden>
                {t.terminal.launch}
              </button>
            </div>
            <Commands demo={demo} />
          </div>
        </live-terminal>
      </section>
    </>
  )
}
