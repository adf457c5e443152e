// Turns the blocks of a sample body into the editor state that Payload's Lexical editor stores.
import { createHash } from 'node:crypto'
import type { SeedBlock, SeedInline } from './content/types.ts'

type Node = { type: string; version: number; [field: string]: unknown }

/** An editor state as Payload's types describe one. */
export type EditorState = {
  root: {
    type: string
    children: Node[]
    direction: 'ltr'
    format: ''
    indent: number
    version: number
  }
}

/** Bits of Lexical's text format. */
const FORMATS = { bold: 1, italic: 2, code: 16 } as const

const element = (type: string, children: Node[], more: Record<string, unknown> = {}): Node => ({
  type,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  ...more,
})

const textNode = (text: string, format = 0): Node => ({
  type: 'text',
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
})

/** Ids of blocks and links are derived from their place and content, so that the same body gives the same state. */
const idOf = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)

const inlineNode = (inline: SeedInline, place: number[]): Node => {
  if (typeof inline === 'string') return textNode(inline)
  if ('format' in inline) return textNode(inline.text, FORMATS[inline.format])
  const fields = { linkType: 'custom', newTab: false, url: inline.url }
  return element('link', [textNode(inline.text)], { version: 3, fields, id: idOf(place, inline) })
}

const inlineNodes = (text: SeedInline | SeedInline[], place: number[]): Node[] =>
  [text].flat().map((inline, index) => inlineNode(inline, [...place, index]))

const listNode = (block: Extract<SeedBlock, { type: 'list' }>, place: number[]): Node => {
  const items = block.items.map((item, index) =>
    element('listitem', inlineNodes(item, [...place, index]), { value: index + 1 }),
  )
  const isOrdered = block.ordered === true
  return element('list', items, {
    listType: isOrdered ? 'number' : 'bullet',
    tag: isOrdered ? 'ol' : 'ul',
    start: 1,
  })
}

const blockFields = (
  { type, ...fields }: Extract<SeedBlock, { type: 'code' | 'callout' }>,
  place: number[],
): Node => ({
  type: 'block',
  format: '',
  version: 2,
  fields: { id: idOf(place, type, fields), blockName: '', blockType: type, ...fields },
})

const blockNode = (block: SeedBlock, index: number): Node => {
  const place = [index]
  switch (block.type) {
    case 'heading':
      return element('heading', [textNode(block.text)], { tag: `h${block.level}` })
    case 'paragraph':
      return element('paragraph', inlineNodes(block.text, place), {
        textFormat: 0,
        textStyle: '',
      })
    case 'quote':
      return element('quote', inlineNodes(block.text, place))
    case 'list':
      return listNode(block, place)
    case 'code':
    case 'callout':
      return blockFields(block, place)
  }
}

/** The editor state of a body. */
export const toEditorState = (blocks: SeedBlock[]): EditorState => ({
  root: {
    type: 'root',
    children: blocks.map(blockNode),
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
  },
})
