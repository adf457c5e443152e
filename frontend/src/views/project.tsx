// `/projects/[slug]`: one project. Every part is optional; a part without content leaves no trace.
import type { Project as ProjectContent } from '../cms/shapes/project.ts'
import { Facts } from '../components/facts/facts.tsx'
import { Features } from '../components/features/features.tsx'
import { Gallery } from '../components/gallery/gallery.tsx'
import { InstallSteps } from '../components/install-steps/install-steps.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { Picture } from '../components/picture/picture.tsx'
import { ProjectLinks } from '../components/project-links/project-links.tsx'
import { Prose } from '../components/prose/prose.tsx'
import { Text } from '../components/prose/text.tsx'
import { Related } from '../components/related/related.tsx'
import { Section } from '../components/section/section.tsx'
import { Stats } from '../components/stats/stats.tsx'
import { Terminal } from '../components/terminal/terminal.tsx'
import { useLanguage } from '../i18n/context.tsx'

const COVER_SIZES = '(min-width: 1176px) 1080px, 100vw'

type PartProps = { project: ProjectContent }

const Cover = ({ project: { cover, demo } }: PartProps) =>
  cover && (
    <figure className="cover">
      <div className="framed">
        <Picture image={cover} sizes={COVER_SIZES} isFirst={demo === null} />
      </div>
      {cover.caption && <figcaption>{cover.caption}</figcaption>}
    </figure>
  )

/** Parts of plain text, each under its own heading, in the order of reading. */
const TextPart = ({ id, heading, text }: { id: string; heading: string; text: string | null }) =>
  text && (
    <Section id={id} heading={heading}>
      <Text text={text} />
    </Section>
  )

const Story = ({ project }: PartProps) => {
  const { sections } = useLanguage().t
  return (
    <>
      <TextPart id="problem" heading={sections.problem} text={project.problem} />
      {project.body.length > 0 && (
        <Section id="work" heading={sections.work}>
          <Prose nodes={project.body} />
        </Section>
      )}
      <TextPart id="challenges" heading={sections.challenges} text={project.challenges} />
      <TextPart id="lessons" heading={sections.lessons} text={project.lessons} />
      <TextPart id="role" heading={sections.role} text={project.roleDescription} />
    </>
  )
}

const Details = ({ project: { stats, features, installSteps, galleries } }: PartProps) => {
  const { sections } = useLanguage().t
  return (
    <>
      {stats.length > 0 && (
        <Section id="figures" heading={sections.figures}>
          <Stats stats={stats} />
        </Section>
      )}
      {features.length > 0 && (
        <Section id="features" heading={sections.features}>
          <Features features={features} />
        </Section>
      )}
      {galleries.some(({ images }) => images.length > 0) && (
        <Section id="pictures" heading={sections.pictures} isWide>
          {galleries.map((gallery) => (
            <Gallery
              key={`${gallery.name}${gallery.images[0]?.image.sources[0]?.src}`}
              gallery={gallery}
            />
          ))}
        </Section>
      )}
      {installSteps.length > 0 && (
        <Section id="install" heading={sections.install}>
          <InstallSteps steps={installSteps} />
        </Section>
      )}
    </>
  )
}

/** Whether there is anything below the head of the page. */
const hasContent = (project: ProjectContent) =>
  project.demo !== null ||
  project.cover !== null ||
  [project.body, project.stats, project.features, project.installSteps, project.galleries].some(
    (part) => part.length > 0,
  ) ||
  [project.problem, project.challenges, project.lessons, project.roleDescription].some(Boolean)

export const Project = ({ project }: PartProps) => {
  const { t } = useLanguage()
  return (
    <article>
      <PageHead title={project.title} lead={project.summary}>
        <Facts project={project} />
        <ProjectLinks links={project.links} canRun={project.demo !== null} />
      </PageHead>
      <div className="stack">
        {project.demo && <Terminal slug={project.slug} demo={project.demo} />}
        <Cover project={project} />
        <Story project={project} />
        <Details project={project} />
        {!hasContent(project) && (
          <Section id="state" heading={t.sections.state}>
            <Notice>
              <p>{t.onlyATitle}</p>
            </Notice>
          </Section>
        )}
        <Related related={project.related} />
      </div>
    </article>
  )
}
