// `/projects/[slug]`: one project. Every part is optional; a part without content leaves no trace.
import type { Project as ProjectContent } from '../cms/shapes/project.ts'
import { Badges } from '../components/badges/badges.tsx'
import { Contents } from '../components/contents/contents.tsx'
import { Facts } from '../components/facts/facts.tsx'
import { Neighbours } from '../components/neighbours/neighbours.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { PictureFigure } from '../components/picture/picture-figure.tsx'
import { ProjectLinks } from '../components/project-links/project-links.tsx'
import { Related } from '../components/related/related.tsx'
import { Section } from '../components/section/section.tsx'
import { Terminal } from '../components/terminal/terminal.tsx'
import { useLanguage } from '../i18n/context.tsx'
import { projectParts } from './project-parts.tsx'

const COVER_SIZES = '(min-width: 1176px) 1080px, 100vw'

type PartProps = { project: ProjectContent }

const Cover = ({ project: { cover, demo } }: PartProps) =>
  cover && (
    <PictureFigure className="cover" image={cover} sizes={COVER_SIZES} isFirst={demo === null} />
  )

/** The story and all that proves it, with what is where. */
const Parts = ({ project }: PartProps) => {
  const { t } = useLanguage()
  const parts = projectParts(project, t)
  if (parts.length > 0) {
    return (
      <div className="with-contents">
        <Contents entries={parts} />
        <div className="stack">
          {parts.map(({ id, text, content }) => (
            <Section key={id} id={id} heading={text}>
              {content}
            </Section>
          ))}
        </div>
      </div>
    )
  }
  if (project.demo || project.cover) return null
  return (
    <Section id="state" heading={t.sections.state}>
      <Notice>
        <p>{t.onlyATitle}</p>
      </Notice>
    </Section>
  )
}

/** `notice`: beside its terminal. */
type ProjectProps = PartProps & { notice?: string | null }

export const Project = ({ project, notice = null }: ProjectProps) => (
  <article>
    <PageHead title={project.title} lead={project.summary}>
      <Badges badges={project.badges} />
      <ProjectLinks project={project} />
      <Facts project={project} />
    </PageHead>
    <div className="stack">
      {project.demo && <Terminal slug={project.slug} demo={project.demo} notice={notice} />}
      <Cover project={project} />
      <Parts project={project} />
      <Related related={project.related} />
      <Neighbours previous={project.previous} next={project.next} />
    </div>
  </article>
)
