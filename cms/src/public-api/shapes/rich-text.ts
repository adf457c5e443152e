// What an owner wrote, as a tree without the editor's own bookkeeping. Blocks that have no shape are left out.
import { z } from 'zod'
import { bodyBlockOf, bodyBlockShapes } from './body-blocks.ts'
import { shape } from './registry.ts'

const marks = z.array(z.enum(['bold', 'italic', 'code']))

const textPiece = z.object({ type: z.literal('text'), text: z.string(), marks })
const linkPiece = z.object({
  type: z.literal('link'),
  /** An address, or the slug of a project of this portfolio. */
  url: z.string().nullable(),
  project: z.string().nullable(),
  text: z.string(),
})

const pieces = z.array(z.discriminatedUnion('type', [textPiece, linkPiece]))

/** `depth` counts the lists around the one that an item is in. */
const listItem = z.object({ depth: z.int().nonnegative(), pieces })

const node = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), pieces }),
  z.object({ type: z.literal('heading'), level: z.int(), pieces }),
  z.object({ type: z.literal('quote'), pieces }),
  z.object({ type: z.literal('list'), isOrdered: z.boolean(), items: z.array(listItem) }),
  ...bodyBlockShapes,
])

export const richTextShape = shape('RichText', z.array(node))

export type RichText = z.output<typeof richTextShape>
type Node = RichText[number]
type Piece = z.output<typeof pieces>[number]

type Lexical = { type?: unknown; children?: unknown; [key: string]: unknown }

const isNode = (value: unknown): value is Lexical => typeof value === 'object' && value !== null
const childrenOf = ({ children }: Lexical): Lexical[] =>
  Array.isArray(children) ? children.filter(isNode) : []
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Bits of the editor's text format. */
const MARKS = [
  ['bold', 1],
  ['italic', 2],
  ['code', 16],
] as const

const marksOf = (format: unknown) =>
  typeof format === 'number'
    ? MARKS.filter(([, bit]) => (format & bit) !== 0).map(([name]) => name)
    : []

const plainText = (lexical: Lexical): string =>
  asText(lexical.text) + childrenOf(lexical).map(plainText).join('')

const linkOf = (lexical: Lexical): Piece => {
  const fields = isNode(lexical.fields) ? lexical.fields : {}
  const target = isNode(fields.doc) ? fields.doc.value : undefined
  const isPublic = isNode(target) && target._status === 'published' && !target.deletedAt
  return {
    type: 'link',
    url: fields.linkType === 'internal' ? null : asText(fields.url) || null,
    project: isPublic ? asText(target.slug) || null : null,
    text: plainText(lexical),
  }
}

const piecesOf = (lexical: Lexical): Piece[] =>
  childrenOf(lexical).flatMap((child): Piece[] => {
    if (child.type === 'text') {
      return [{ type: 'text', text: asText(child.text), marks: marksOf(child.format) }]
    }
    if (child.type === 'linebreak') return [{ type: 'text', text: '\n', marks: [] }]
    if (child.type === 'link' || child.type === 'autolink') return [linkOf(child)]
    return piecesOf(child)
  })

/** A list without a nesting of its own: items of lists within it follow the item that they are in. */
const itemsOf = (list: Lexical, depth: number): z.output<typeof listItem>[] =>
  childrenOf(list).flatMap((item) => {
    const lists = childrenOf(item).filter(({ type }) => type === 'list')
    const words = childrenOf(item).filter(({ type }) => type !== 'list')
    const own = piecesOf({ children: words })
    const below = lists.flatMap((inner) => itemsOf(inner, depth + 1))
    return own.length > 0 ? [{ depth, pieces: own }, ...below] : below
  })

const nodeOf = (lexical: Lexical): Node | undefined => {
  switch (lexical.type) {
    case 'heading':
      return {
        type: 'heading',
        level: Number(asText(lexical.tag).slice(1)) || 2,
        pieces: piecesOf(lexical),
      }
    case 'quote':
      return { type: 'quote', pieces: piecesOf(lexical) }
    case 'list':
      return {
        type: 'list',
        isOrdered: lexical.listType === 'number',
        items: itemsOf(lexical, 0),
      }
    case 'block':
      return bodyBlockOf(lexical.fields)
    default:
      return { type: 'paragraph', pieces: piecesOf(lexical) }
  }
}

/** Of what the editor stored; nothing of nothing. */
export const richTextOf = (stored: { root: object } | null | undefined): RichText =>
  stored ? childrenOf(stored.root as Lexical).flatMap((child) => nodeOf(child) ?? []) : []
