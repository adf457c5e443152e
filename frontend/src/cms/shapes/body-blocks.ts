// Blocks between the paragraphs of a text.
import { z } from 'zod'
import { href, rows, text } from '../fields.ts'
import { maybeImage } from './image.ts'
import {
  captionsSchema,
  describedFiguresSchema,
  diagramSchema,
  fileSchema,
  gallerySchema,
  listingsSchema,
} from './parts.ts'

export const codeBlock = z.object({
  type: z.literal('code'),
  language: z.string(),
  code: z.string().transform((code) => code.replace(/\n+$/, '')),
  caption: text,
})

export const galleryBlock = gallerySchema.extend({ type: z.literal('gallery') })

export const quotationBlock = z.object({
  type: z.literal('quotation'),
  text: z.string(),
  author: text,
  role: text,
  source: href,
})

const event = z.object({ when: z.string(), title: z.string(), text })
const treeLine = z.object({
  depth: z.int().min(0).max(24),
  name: z.string(),
  isFolder: z.boolean(),
  remark: text,
})

export const bodyBlockSchema = z.discriminatedUnion('type', [
  codeBlock,
  galleryBlock,
  quotationBlock,
  z.object({ type: z.literal('walkthrough'), title: text, steps: listingsSchema }),
  z.object({ type: z.literal('diagram'), diagram: diagramSchema }),
  z.object({ type: z.literal('callout'), tone: text, text: z.string() }),
  z.object({ type: z.literal('metrics'), title: text, metrics: describedFiguresSchema }),
  z.object({ type: z.literal('timeline'), title: text, events: rows(event) }),
  z.object({
    type: z.literal('video'),
    title: z.string(),
    hosted: z.object({ host: z.enum(['youtube', 'vimeo']), id: z.string() }).nullish(),
    file: fileSchema,
    captions: captionsSchema,
    poster: maybeImage,
    caption: text,
  }),
  z.object({ type: z.literal('fileTree'), title: text, lines: rows(treeLine), caption: text }),
  z.object({
    type: z.literal('terminalStep'),
    label: z.string(),
    command: z.string(),
    explanation: text,
    expected: z.string().nullish(),
    isForOwnDemo: z.boolean(),
    demo: z.object({ id: z.string(), title: z.string() }).nullish(),
  }),
])

export type BodyBlock = z.output<typeof bodyBlockSchema>
export type BodyBlockOf<Type extends BodyBlock['type']> = Extract<BodyBlock, { type: Type }>
