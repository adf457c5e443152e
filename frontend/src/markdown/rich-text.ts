// What an owner wrote, as Markdown.
import type { Mark, Piece, RichText, RichTextNode } from '../cms/shapes/rich-text.ts'
import { bodyBlock } from './body-blocks.ts'
import { code, item, joined, link, quoted, wordsWithin, wrapped } from './text.ts'
import type { Writing } from './writing.ts'

const SIGNS: Record<Exclude<Mark, 'code'>, string> = { bold: '**', italic: '*' }

const textPiece = (text: string, marks: readonly Mark[]) => {
  const plain = marks.includes('code') ? code(text) : wordsWithin(text)
  return (['italic', 'bold'] as const)
    .filter((mark) => marks.includes(mark))
    .reduce((inner, mark) => wrapped(SIGNS[mark], inner), plain)
}

const piece = (one: Piece, { linkTo, hrefOf }: Writing): string => {
  if (one.type === 'text') {
    return one.text === '\n' ? '\\\n' : textPiece(one.text.replaceAll('\n', ' '), one.marks)
  }
  const href = one.project
    ? linkTo({ page: 'project', slug: one.project })
    : one.href && hrefOf(one.href)
  return href ? link(one.text, href) : wordsWithin(one.text)
}

/** A line never starts with what would make something else of it. */
const startSafe = (markdown: string) =>
  markdown
    .replace(/^\s+/, '')
    .replace(/^([#+=]|-(?=[\s-]|$))/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

const line = (pieces: readonly Piece[], writing: Writing) =>
  pieces
    .map((one) => piece(one, writing))
    .join('')
    .split('\n')
    .map(startSafe)
    .join('\n')
    // A line break at the very end would be a backslash to read.
    .replace(/(?:\\\n)+$/, '')
    .trimEnd()

const node = (one: RichTextNode, writing: Writing): string => {
  switch (one.type) {
    case 'paragraph':
      return line(one.pieces, writing)
    case 'heading':
      return `${'#'.repeat(writing.headingLevel(one.level))} ${line(one.pieces, writing).replaceAll(/\\?\n/g, ' ')}`
    case 'quote':
      return quoted(line(one.pieces, writing))
    case 'list': {
      const marker = one.isOrdered ? '1.' : '-'
      return one.items
        .map(({ depth, pieces }) => item(line(pieces, writing), { depth, marker }))
        .join('\n')
    }
    default:
      return bodyBlock(one, writing)
  }
}

export const richText = (nodes: RichText, writing: Writing): string =>
  joined(nodes.map((one) => node(one, writing)))
