// What an owner wrote: paragraphs, headings, lists, and the blocks between them. Kinds that the site does not know are left out.
import { z } from 'zod'
import { rows, safeHref, text } from '../fields.ts'
import { type BodyBlock, bodyBlockSchema } from './body-blocks.ts'

const marks = z.array(z.enum(['bold', 'italic', 'code']))
export type Mark = z.output<typeof marks>[number]

export type Piece =
  | { type: 'text'; text: string; marks: Mark[] }
  | { type: 'link'; href: string | null; project: string | null; text: string }

const pieceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), marks }),
  z
    .object({ type: z.literal('link'), url: z.string().nullish(), project: text, text: z.string() })
    .transform(({ type, url, project, text: words }) => ({
      type,
      href: safeHref(url),
      project,
      text: words,
    })),
])

const pieces = z.array(pieceSchema)

/** `depth` counts the lists around the one that an item is in. */
const item = z.object({ depth: z.int().min(0).max(24), pieces })
export type ListItem = z.output<typeof item>

const textNode = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), pieces }),
  z.object({ type: z.literal('heading'), level: z.int(), pieces }),
  z.object({ type: z.literal('quote'), pieces }),
  z.object({ type: z.literal('list'), isOrdered: z.boolean(), items: z.array(item) }),
])

export type TextNode = z.output<typeof textNode>
export type RichTextNode = TextNode | BodyBlock
export type RichText = RichTextNode[]

const TEXT_TYPES = new Set(['paragraph', 'heading', 'quote', 'list'])

const node = z.looseObject({ type: z.string() }).transform((value): RichTextNode | null => {
  const schema = TEXT_TYPES.has(value.type) ? textNode : bodyBlockSchema
  return schema.safeParse(value).data ?? null
})

const isEmpty = (entry: RichTextNode) => entry.type === 'paragraph' && entry.pieces.length === 0

export const richTextSchema = rows(node).transform(
  (nodes): RichText => nodes.filter((entry) => !isEmpty(entry)),
)
