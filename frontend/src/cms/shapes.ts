// What the site reads from the CMS: zod schemas of REST answers and the types that pages are made from.
import { z } from 'zod'
import { count, date, document, flag, href, rows, text } from './fields.ts'
import { bodySchema } from './lexical.ts'
import { imageSchema } from './media.ts'

const seo = z
  .object({ title: text, description: text, image: document(imageSchema) })
  .nullish()
  .transform((value) => value ?? { title: null, description: null, image: null })

export const technologySchema = z.object({
  name: z.string().min(1),
  slug: z.string().min(1),
  category: text,
})

const period = z
  .object({ start: date, end: date })
  .nullish()
  .transform((value) => value ?? { start: null, end: null })

const command = z.object({
  label: text,
  command: z.string().min(1).max(4096),
  explanation: text,
  expect: text,
})

export const demoSchema = z
  .object({
    title: text,
    toolchain: text,
    mode: text,
    welcome: text,
    enabled: flag,
    commands: rows(command),
  })
  .transform((demo) => (demo.enabled ? demo : null))

const link = z
  .object({ label: text, href })
  .transform(({ label, href: to }) => (label && to ? { label, href: to } : null))

const social = z
  .object({ label: text, url: href })
  .transform(({ label, url }) => (label && url ? { label, href: url } : null))

export const siteSchema = z.object({
  name: text,
  title: text,
  intro: text,
  location: text,
  availability: text,
  email: z
    .email()
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  navigation: rows(link),
  socials: rows(social),
  footer: text,
  seo,
})

/** What a card shows of a project. */
export const projectSummarySchema = z.object({
  title: z.string().min(1),
  slug: z.string().min(1),
  kind: text,
  summary: text,
  cover: document(imageSchema),
  technologies: rows(document(technologySchema)),
  role: text,
  period,
  featured: flag,
  order: count,
  demo: document(demoSchema),
})

const related = z
  .object({ title: z.string().min(1), slug: z.string().min(1), summary: text })
  .nullable()

const gallery = z.object({
  name: text,
  description: text,
  images: rows(
    z
      .object({ media: document(imageSchema), caption: text })
      .transform(({ media, caption }) =>
        media ? { image: media, caption: caption ?? media.caption } : null,
      ),
  ),
})

export const projectSchema = projectSummarySchema.extend({
  body: bodySchema,
  problem: text,
  challenges: text,
  lessons: text,
  features: rows(z.object({ text: z.string(), completion: count })),
  links: z
    .object({ live: href, source: href, video: href })
    .nullish()
    .transform((value) => value ?? { live: null, source: null, video: null }),
  installSteps: rows(z.object({ title: text, command: text, text })),
  galleries: rows(gallery),
  stats: rows(z.object({ value: z.string(), label: z.string() })),
  roleDescription: text,
  score: count,
  related: rows(document(related)),
  seo,
  updatedAt: date,
})

export const docsOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.object({ docs: z.array(schema) })

export type Site = z.output<typeof siteSchema>
export type Technology = z.output<typeof technologySchema>
export type Demo = NonNullable<z.output<typeof demoSchema>>
export type ProjectSummary = z.output<typeof projectSummarySchema>
export type Project = z.output<typeof projectSchema>
export type Gallery = Project['galleries'][number]
