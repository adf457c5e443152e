// A project, as a line of a list and whole.
import { z } from 'zod'
import { count, date, flag, href, rows, text } from '../fields.ts'
import { maybeImage } from './image.ts'
import {
  describedFiguresSchema,
  diagramSchema,
  documentsSchema,
  experienceLinkSchema,
  figuresSchema,
  gallerySchema,
  listingsSchema,
  periodSchema,
  projectLinkSchema,
  seoSchema,
  technologySchema,
} from './parts.ts'
import { richTextSchema } from './rich-text.ts'

const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null)

const command = z.object({
  label: text,
  command: z.string().min(1).max(4096),
  explanation: text,
  expect: text,
})

/** Looks that the style sheet of posters has. Anything else would be a class of somebody's choice. */
const LOOK = /^(?:bold|dim|italic|underline|strike|inverse|[fb]\d{1,3})$/
const looks = z.array(z.string()).transform((all) => all.filter((name) => LOOK.test(name)))

/** What was recorded of a demo. `poster`: the screen that says most of it, piece by piece. */
const recordingSchema = z.object({
  title: z.string(),
  address: z.string(),
  durationMs: z.number(),
  cols: z.int().positive(),
  rows: z.int().positive(),
  poster: z.array(z.object({ classes: looks, text: z.string() })),
})

export const demoSchema = z.object({
  id: z.string(),
  title: text,
  toolchain: text,
  mode: text,
  welcome: text,
  commands: rows(command),
  recording: maybe(recordingSchema),
  /** How its commands went when they were last tried. */
  lastTry: maybe(z.object({ ok: z.boolean(), at: z.iso.datetime() })),
})
export type Demo = z.output<typeof demoSchema>

/** What a card shows of a project. */
export const projectSummarySchema = z.object({
  title: z.string().min(1),
  slug: z.string().min(1),
  kind: text,
  summary: text,
  cover: maybeImage,
  technologies: rows(technologySchema),
  badges: rows(z.object({ text: z.string(), tone: z.string() })),
  experience: maybe(experienceLinkSchema),
  role: text,
  period: periodSchema,
  featured: flag,
  /** Whether it can be run in a terminal now. */
  hasDemo: flag,
  /** The first thing to type there. */
  firstCommand: text,
  updatedAt: date,
})
export type ProjectSummary = z.output<typeof projectSummarySchema>

export const projectSchema = projectSummarySchema.extend({
  score: count,
  roleDescription: text,
  problem: text,
  challenges: text,
  lessons: text,
  body: richTextSchema,
  features: rows(z.object({ text: z.string(), completion: count })),
  stats: figuresSchema,
  impact: describedFiguresSchema,
  diagrams: rows(diagramSchema),
  links: z
    .object({ live: href, source: href, video: href })
    .nullish()
    .transform((value) => value ?? { live: null, source: null, video: null }),
  installSteps: rows(z.object({ title: text, command: text, text })),
  galleries: rows(gallerySchema),
  walkthrough: listingsSchema,
  /** Markdown as it was written: not safe to show as it is. */
  readme: z.string().nullish(),
  documents: documentsSchema,
  related: rows(projectLinkSchema),
  demo: maybe(demoSchema),
  /** Whether its source code can be read on this site. */
  hasSource: flag,
  /** Its neighbours in the owner's order. */
  previous: maybe(projectLinkSchema),
  next: maybe(projectLinkSchema),
  seo: seoSchema,
})
export type Project = z.output<typeof projectSchema>
