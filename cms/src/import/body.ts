// Turns Markdown into a text of the editor, by the editor's own rules.
import {
  convertMarkdownToLexical,
  type LexicalRichTextAdapter,
  type SanitizedServerEditorConfig,
} from '@payloadcms/richtext-lexical'
import type { Payload } from 'payload'
import { bodyBlocks } from '../editor/body-blocks.ts'
import { cleanBody } from '../editor/check-body.ts'
import { ShapeError } from '../fields/shape.ts'
import { isDestination } from '../fields/web-address.ts'
import { MAX_CODE_CHARACTERS } from '../limits.ts'
import { type Part, partsOf } from './markdown-parts.ts'
import type { Notes } from './notes.ts'

type Node = Record<string, unknown>
export type Body = ReturnType<typeof cleanBody>
/** Nothing where nothing is left of the text. */
export type ToBody = (markdown: string, notes: Notes) => Body | undefined

const childrenOf = (node: Node): Node[] => (Array.isArray(node.children) ? node.children : [])

/** A link to a place that the site may not link to becomes its own words. */
const withSafeLinks = (node: Node, notes: Notes): Node[] => {
  const children = childrenOf(node).flatMap((child) => withSafeLinks(child, notes))
  if (node.type !== 'link') return [Array.isArray(node.children) ? { ...node, children } : node]
  const { url } = node.fields as { url?: string }
  if (url && isDestination(url) === true) return [{ ...node, children }]
  notes.add('body', 'link left out, its words stay', url)
  return children
}

const codeNode = ({ language, code }: Extract<Part, { kind: 'code' }>, index: number): Node => ({
  type: 'block',
  format: '',
  version: 2,
  // The same text gives the same ids.
  fields: {
    id: index.toString(16).padStart(24, '0'),
    blockName: '',
    blockType: 'code',
    language,
    code,
  },
})

const editorConfigOf = (payload: Payload): SanitizedServerEditorConfig => {
  const field = payload.collections.projects.config.flattenedFields.find(
    ({ name }) => name === 'body',
  )
  if (field?.type !== 'richText') throw new Error('Projects have no body.')
  return (field.editor as LexicalRichTextAdapter).editorConfig
}

export const createToBody = (payload: Payload): ToBody => {
  const editorConfig = editorConfigOf(payload)

  const nodesOf = (part: Part, index: number, notes: Notes): Node[] => {
    if (part.kind === 'code') {
      if (part.code.length <= MAX_CODE_CHARACTERS) return [codeNode(part, index)]
      notes.add(
        'body',
        `listing left out, longer than ${MAX_CODE_CHARACTERS} characters`,
        part.code,
      )
      return []
    }
    const { root } = convertMarkdownToLexical({ editorConfig, markdown: part.markdown })
    return childrenOf(root as unknown as Node).flatMap((node) => withSafeLinks(node, notes))
  }

  return (markdown, notes) => {
    try {
      const children = partsOf(markdown, notes).flatMap((part, index) =>
        nodesOf(part, index, notes),
      )
      if (children.length === 0) return undefined
      const root = { type: 'root', children, direction: 'ltr', format: '', indent: 0, version: 1 }
      return cleanBody({ root }, bodyBlocks)
    } catch (error) {
      // A text made to exhaust the stack is a RangeError.
      const why = error instanceof ShapeError ? error.message : 'the editor could not read it'
      notes.add('body', `left out: ${why}`, markdown)
      return undefined
    }
  }
}
