// A page that the owner laid out, block by block. Blocks that the site does not know are left out.
import { z } from 'zod'
import { date, rows, text } from '../fields.ts'
import { codeBlock, galleryBlock, quotationBlock } from './body-blocks.ts'
import { maybeImage } from './image.ts'
import {
  describedFiguresSchema,
  documentsSchema,
  figuresSchema,
  linksSchema,
  projectLinkSchema,
  seoSchema,
  technologySchema,
} from './parts.ts'
import { projectSummarySchema } from './project.ts'
import { richTextSchema } from './rich-text.ts'

const sections = rows(z.object({ title: text, text, picture: maybeImage, links: linksSchema }))
const group = z.object({ title: z.string(), text, technologies: rows(technologySchema) })

const layoutBlockSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hero'),
    title: text,
    text,
    picture: maybeImage,
    actions: linksSchema,
  }),
  z.object({ type: z.literal('prose'), body: richTextSchema }),
  z.object({
    type: z.literal('caseStudy'),
    title: z.string(),
    problem: z.string(),
    approach: z.string(),
    result: z.string(),
    figures: describedFiguresSchema,
    picture: maybeImage,
    project: projectLinkSchema.nullish(),
  }),
  z.object({ type: z.literal('callToAction'), title: z.string(), text, actions: linksSchema }),
  z.object({ type: z.literal('statBar'), stats: figuresSchema }),
  z.object({ type: z.literal('featureCards'), title: text, cards: sections }),
  z.object({
    type: z.literal('tabs'),
    title: z.string(),
    tabs: rows(z.object({ label: z.string(), sections })),
  }),
  z.object({
    type: z.literal('table'),
    caption: z.string(),
    hasHeaderRow: z.boolean(),
    hasHeaderColumn: z.boolean(),
    rows: z.array(z.array(z.string())),
  }),
  z.object({ type: z.literal('projectList'), title: text, projects: rows(projectSummarySchema) }),
  z.object({ type: z.literal('technologyGroups'), title: text, groups: rows(group) }),
  z.object({ type: z.literal('documents'), title: text, documents: documentsSchema }),
  galleryBlock,
  codeBlock,
  quotationBlock,
])

export type LayoutBlock = z.output<typeof layoutBlockSchema>
export type LayoutBlockOf<Type extends LayoutBlock['type']> = Extract<LayoutBlock, { type: Type }>

const known = z
  .looseObject({ type: z.string() })
  .transform((block): LayoutBlock | null => layoutBlockSchema.safeParse(block).data ?? null)

/** A page as a line of a list. */
export const pageTitleSchema = z.object({ slug: z.string().min(1), title: z.string().min(1) })

export const pageSchema = z.object({
  slug: z.string().min(1),
  title: z.string().min(1),
  updatedAt: date,
  /** From top to bottom. */
  layout: rows(known),
  seo: seoSchema,
})
export type LaidOutPage = z.output<typeof pageSchema>
