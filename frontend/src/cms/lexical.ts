// Turns a Lexical editor state into a small tree of what the site can show. Unknown nodes give way to their children.
import { z } from 'zod'
import { safeHref } from './fields.ts'
import { type Image, imageSchema } from './media.ts'

export type Marks = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'sub' | 'sup'

export type Inline =
  | { type: 'text'; text: string; marks: Marks[] }
  | { type: 'break' }
  | { type: 'link'; href: string; children: Inline[] }

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: 2 | 3 | 4; children: Inline[] }
  | { type: 'list'; isOrdered: boolean; items: Block[][] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'code'; language: string | null; code: string }
  | { type: 'callout'; tone: string | null; text: string }
  | { type: 'image'; image: Image }
  | { type: 'rule' }

/** Deeper nesting than any person writes; what lies below is left out. */
const MAX_DEPTH = 24

const nodeSchema = z.looseObject({ type: z.string() })
type Node = z.output<typeof nodeSchema>

/** Bits of Lexical's text format. */
const FORMATS: [number, Marks][] = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'strike'],
  [8, 'underline'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
]

const childrenOf = (node: Node): Node[] => {
  const { children } = node
  if (!Array.isArray(children)) return []
  return children.flatMap((child) => nodeSchema.safeParse(child).data ?? [])
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const textOf = (node: Node): Inline => {
  const format = typeof node.format === 'number' ? node.format : 0
  const marks = FORMATS.filter(([bit]) => (format & bit) !== 0).map(([, mark]) => mark)
  return { type: 'text', text: stringOf(node.text), marks }
}

const linkHref = (node: Node): string | null => {
  const fields = recordOf(node.fields)
  if (fields.linkType !== 'internal') return safeHref(stringOf(fields.url))
  const doc = recordOf(fields.doc)
  const slug = stringOf(recordOf(doc.value).slug)
  return doc.relationTo === 'projects' && slug ? `/projects/${encodeURIComponent(slug)}` : null
}

const inlinesOf = (node: Node, depth: number): Inline[] => {
  if (depth > MAX_DEPTH) return []
  return childrenOf(node).flatMap((child): Inline[] => {
    if (child.type === 'text') return [textOf(child)]
    if (child.type === 'linebreak') return [{ type: 'break' }]
    if (child.type === 'tab') return [{ type: 'text', text: '\t', marks: [] }]
    const inner = inlinesOf(child, depth + 1)
    const href = child.type === 'link' || child.type === 'autolink' ? linkHref(child) : null
    return href ? [{ type: 'link', href, children: inner }] : inner
  })
}

const levelOf = (tag: unknown): 2 | 3 | 4 => {
  if (tag === 'h1' || tag === 'h2') return 2
  return tag === 'h3' ? 3 : 4
}

/** A list item's own words as one paragraph, then the lists nested in it. */
const itemOf = (item: Node, depth: number): Block[] => {
  const nested = childrenOf(item).filter(({ type }) => type === 'list')
  const own = { ...item, children: childrenOf(item).filter(({ type }) => type !== 'list') }
  const words = inlinesOf(own, depth)
  return [
    ...(words.length > 0 ? [{ type: 'paragraph' as const, children: words }] : []),
    ...nested.flatMap((list) => blocksOf(list, depth + 1)),
  ]
}

const blockFieldsOf = (node: Node): Block[] => {
  const fields = recordOf(node.fields)
  if (fields.blockType === 'code') {
    const language = stringOf(fields.language) || null
    return [{ type: 'code', language, code: stringOf(fields.code).replace(/\n+$/, '') }]
  }
  if (fields.blockType === 'callout') {
    return [{ type: 'callout', tone: stringOf(fields.tone) || null, text: stringOf(fields.text) }]
  }
  return []
}

const uploadOf = (node: Node): Block[] => {
  const image = node.relationTo === 'media' ? imageSchema.safeParse(node.value).data : null
  return image ? [{ type: 'image', image }] : []
}

const blocksOf = (node: Node, depth: number): Block[] => {
  if (depth > MAX_DEPTH) return []
  switch (node.type) {
    case 'paragraph': {
      const children = inlinesOf(node, depth)
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'heading':
      return [{ type: 'heading', level: levelOf(node.tag), children: inlinesOf(node, depth) }]
    case 'quote':
      return [{ type: 'quote', children: inlinesOf(node, depth) }]
    case 'list': {
      const items = childrenOf(node).map((item) => itemOf(item, depth + 1))
      return [{ type: 'list', isOrdered: node.listType === 'number', items }]
    }
    case 'horizontalrule':
      return [{ type: 'rule' }]
    case 'upload':
      return uploadOf(node)
    case 'block':
      return blockFieldsOf(node)
    default:
      return childrenOf(node).flatMap((child) => blocksOf(child, depth + 1))
  }
}

/** Blocks of an editor state; nothing at all gives an empty list. */
export const bodySchema = z
  .looseObject({ root: nodeSchema })
  .nullish()
  .catch(null)
  .transform((state): Block[] => (state ? blocksOf(state.root, 0) : []))
