// The sections of a project's page in the order of reading. One without content is not there.
import type { ReactNode } from 'react'
import type { Project } from '../cms/shapes/project.ts'
import type { ContentsEntry } from '../components/contents/contents.tsx'
import { Diagram } from '../components/diagram/diagram.tsx'
import { Documents } from '../components/documents/documents.tsx'
import { Features } from '../components/features/features.tsx'
import { Gallery } from '../components/gallery/gallery.tsx'
import { Impact } from '../components/impact/impact.tsx'
import { InstallSteps } from '../components/install-steps/install-steps.tsx'
import { headingsOf } from '../components/prose/headings.ts'
import { Prose } from '../components/prose/prose.tsx'
import { Text } from '../components/prose/text.tsx'
import { Readme } from '../components/readme/readme.tsx'
import { Stats } from '../components/stats/stats.tsx'
import { Walkthrough } from '../components/walkthrough/walkthrough.tsx'
import type { Strings } from '../i18n/en.ts'
import { keyed } from '../keyed.ts'

export type ProjectPart = ContentsEntry & { content: ReactNode }

/** `content`: null for a part that is not there. */
const part = (id: string, text: string, content: ReactNode): ProjectPart => ({
  id,
  text,
  below: [],
  content,
})

const prose = (text: string | null) => text && <Text text={text} />

/** Headings of the text that the page's contents name: the first level of them. */
const chaptersOf = ({ body }: Project, name: string): ContentsEntry['below'] =>
  [...headingsOf(body, { level: 3, name }).values()].flatMap(({ id, text, level }) =>
    id && level === 3 ? [{ id, text }] : [],
  )

const WORK = 'work'

const storyOf = (project: Project, { sections }: Strings): ProjectPart[] => [
  part('problem', sections.problem, prose(project.problem)),
  {
    ...part(
      WORK,
      sections.work,
      project.body.length > 0 && <Prose nodes={project.body} name={WORK} />,
    ),
    below: chaptersOf(project, WORK),
  },
  part('challenges', sections.challenges, prose(project.challenges)),
  part('lessons', sections.lessons, prose(project.lessons)),
  part('role', sections.role, prose(project.roleDescription)),
]

const evidenceOf = (project: Project, { sections }: Strings): ProjectPart[] => [
  part('impact', sections.impact, project.impact.length > 0 && <Impact figures={project.impact} />),
  part('figures', sections.figures, project.stats.length > 0 && <Stats stats={project.stats} />),
  part(
    'features',
    sections.features,
    project.features.length > 0 && <Features features={project.features} />,
  ),
  part(
    'diagrams',
    sections.diagrams,
    project.diagrams.length > 0 &&
      keyed(project.diagrams).map(({ key, item }) => <Diagram key={key} diagram={item} />),
  ),
  part(
    'walkthrough',
    sections.walkthrough,
    project.walkthrough.length > 0 && <Walkthrough steps={project.walkthrough} name="step" />,
  ),
  part(
    'pictures',
    sections.pictures,
    project.galleries.some(({ images }) => images.length > 0) &&
      keyed(project.galleries).map(({ key, item }) => <Gallery key={key} gallery={item} />),
  ),
]

const papersOf = (project: Project, { sections }: Strings): ProjectPart[] => [
  part(
    'install',
    sections.install,
    project.installSteps.length > 0 && <InstallSteps steps={project.installSteps} />,
  ),
  part('readme', sections.readme, project.readme?.trim() && <Readme markdown={project.readme} />),
  part(
    'documents',
    sections.documents,
    project.documents.length > 0 && <Documents documents={project.documents} />,
  ),
]

export const projectParts = (project: Project, t: Strings): ProjectPart[] =>
  [...storyOf(project, t), ...evidenceOf(project, t), ...papersOf(project, t)].filter(
    ({ content }) => Boolean(content),
  )
