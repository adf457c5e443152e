// `/demo/[slug]`: a project's terminal, alone in the window.
import type { Demo as DemoContent, Project } from '../cms/shapes/project.ts'
import { Poster, TerminalBox } from '../components/terminal/terminal-box.tsx'
import { useLanguage } from '../i18n/context.tsx'

/** `notice`: what the owner says of all terminals now. */
type DemoProps = { project: Project; demo: DemoContent; notice?: string | null }

export const Demo = ({ project: { slug, title }, demo, notice = null }: DemoProps) => {
  const { t, pathTo } = useLanguage()
  return (
    <>
      <div className="demo-head">
        <a href={pathTo({ page: 'project', slug })}>{t.demo.back}</a>
        <h1 className="demo-title">{title}</h1>
      </div>
      {notice && <p className="demo-notice lines">{notice}</p>}
      <section className="demo-terminal" aria-label={t.terminal.label(title)} data-terminal>
        <TerminalBox slug={slug} title={title} name={demo.title ?? title}>
          <Poster {...demo} />
        </TerminalBox>
      </section>
    </>
  )
}
