// A project, as a line of a list and whole.
import { z } from 'zod'
import type { Project as Stored, Technology as StoredTechnology } from '../../payload-types.ts'
import { type AroundDemo, demoOf, demoShape, enabledDemo } from './demo.ts'
import {
  diagramsOf,
  diagramsShape,
  documentsOf,
  documentsShape,
  figuresOf,
  figuresShape,
  impactOf,
  impactShape,
  listingsOf,
  listingsShape,
} from './details.ts'
import { captionedImagesOf, captionedImagesShape, imageOf, imageShape } from './image.ts'
import {
  experienceLinkOf,
  experienceLinkShape,
  type ProjectLink,
  projectLinkShape,
  projectLinksOf,
} from './link-to.ts'
import { periodOf, periodShape } from './period.ts'
import { publicOnes, shape, textOf } from './registry.ts'
import { richTextOf, richTextShape } from './rich-text.ts'
import { seoOf, seoShape } from './seo.ts'
import { technologyOf, technologyShape } from './technology.ts'

const text = z.string().nullable()

export const projectSummaryShape = shape(
  'ProjectSummary',
  z.object({
    slug: z.string(),
    title: z.string(),
    kind: z.string(),
    summary: text,
    cover: imageShape.nullable(),
    technologies: z.array(technologyShape),
    badges: z.array(z.object({ text: z.string(), tone: z.string() })),
    experience: experienceLinkShape.nullable(),
    role: text,
    period: periodShape.nullable(),
    featured: z.boolean(),
    /** Whether it can be run in a terminal now. */
    hasDemo: z.boolean(),
    /** The first of its commands; null where there is none. */
    firstCommand: text,
    updatedAt: z.iso.datetime(),
  }),
)

export const projectShape = shape(
  'Project',
  z.object({
    ...projectSummaryShape.shape,
    score: z.number().nullable(),
    roleDescription: text,
    problem: text,
    challenges: text,
    lessons: text,
    body: richTextShape,
    features: z.array(z.object({ text: z.string(), completion: z.number().nullable() })),
    stats: figuresShape,
    impact: impactShape,
    diagrams: diagramsShape,
    links: z.object({ live: text, source: text, video: text }),
    installSteps: z.array(z.object({ title: z.string(), command: text, text })),
    galleries: z.array(
      z.object({ name: z.string(), description: text, images: captionedImagesShape }),
    ),
    walkthrough: listingsShape,
    /** Markdown as it was written: whoever shows it makes it safe. */
    readme: text,
    documents: documentsShape,
    related: z.array(projectLinkShape),
    /** Null where there is none that visitors may run. */
    demo: demoShape.nullable(),
    /** Whether its source code can be read here. */
    hasSource: z.boolean(),
    /** The ones before and after it in the owner's order; null at the ends. */
    previous: projectLinkShape.nullable(),
    next: projectLinkShape.nullable(),
    seo: seoShape,
  }),
)

export type ProjectSummary = z.output<typeof projectSummaryShape>
export type Project = z.output<typeof projectShape>

/** What a line of the list is made of; the rest is not even read. */
export const SUMMARY_FIELDS = {
  slug: true,
  title: true,
  kind: true,
  summary: true,
  cover: true,
  technologies: true,
  badges: true,
  experience: true,
  role: true,
  period: true,
  featured: true,
  demo: true,
  updatedAt: true,
} as const

export const projectSummaryOf = (
  doc: Pick<Stored, keyof typeof SUMMARY_FIELDS>,
): ProjectSummary => ({
  slug: doc.slug,
  title: doc.title,
  kind: doc.kind,
  summary: textOf(doc.summary),
  cover: imageOf(doc.cover),
  technologies: publicOnes<StoredTechnology>(doc.technologies).map(technologyOf),
  badges: (doc.badges ?? []).map(({ text, tone }) => ({ text, tone })),
  experience: experienceLinkOf(doc.experience),
  role: textOf(doc.role),
  period: periodOf(doc.period),
  featured: doc.featured === true,
  hasDemo: enabledDemo(doc.demo) !== undefined,
  firstCommand: textOf(enabledDemo(doc.demo)?.commands?.[0]?.command),
  updatedAt: doc.updatedAt,
})

/** What is not in the document itself. */
export type Around = AroundDemo & {
  hasSource: boolean
  previous: ProjectLink | undefined
  next: ProjectLink | undefined
}

const linkOf = (project: ProjectLink | undefined): ProjectLink | null =>
  project ? { slug: project.slug, title: project.title, summary: project.summary } : null

export const projectOf = (
  doc: Stored,
  { recording, lastTry, hasSource, previous, next }: Around,
): Project => ({
  ...projectSummaryOf(doc),
  score: doc.score ?? null,
  roleDescription: textOf(doc.roleDescription),
  problem: textOf(doc.problem),
  challenges: textOf(doc.challenges),
  lessons: textOf(doc.lessons),
  body: richTextOf(doc.body),
  features: (doc.features ?? []).map(({ text, completion }) => ({
    text,
    completion: completion ?? null,
  })),
  stats: figuresOf(doc.stats),
  impact: impactOf(doc.impact),
  diagrams: diagramsOf(doc.diagrams),
  links: {
    live: textOf(doc.links?.live),
    source: textOf(doc.links?.source),
    video: textOf(doc.links?.video),
  },
  installSteps: (doc.installSteps ?? []).map(({ title, command, text }) => ({
    title,
    command: textOf(command),
    text: textOf(text),
  })),
  galleries: (doc.galleries ?? []).map(({ name, description, images }) => ({
    name,
    description: textOf(description),
    images: captionedImagesOf(images),
  })),
  walkthrough: listingsOf(doc.walkthrough),
  readme: textOf(doc.readme),
  documents: documentsOf(doc.documents),
  related: projectLinksOf(doc.related),
  demo: demoOf(doc.demo, { recording, lastTry }),
  hasSource,
  previous: linkOf(previous),
  next: linkOf(next),
  seo: seoOf(doc.seo),
})
