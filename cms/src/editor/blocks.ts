// Blocks that a body may hold between its paragraphs.
import type { Block } from 'payload'
import { PARAGRAPH, SENTENCE } from '../fields/text-lengths.ts'

/** Longest listing, in characters. */
const MAX_CODE = 20_000

export const CODE_LANGUAGES = [
  'text',
  'bash',
  'c',
  'cpp',
  'make',
  'python',
  'javascript',
  'typescript',
  'json',
] as const

export const codeBlock: Block = {
  slug: 'code',
  interfaceName: 'CodeBlock',
  fields: [
    {
      name: 'language',
      type: 'select',
      required: true,
      defaultValue: 'text',
      options: [...CODE_LANGUAGES],
    },
    { name: 'code', type: 'code', required: true, maxLength: MAX_CODE },
    { name: 'caption', type: 'text', maxLength: SENTENCE },
  ],
}

export const calloutBlock: Block = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  fields: [
    {
      name: 'tone',
      type: 'select',
      required: true,
      defaultValue: 'note',
      options: ['note', 'tip', 'warning'],
    },
    { name: 'text', type: 'textarea', required: true, maxLength: PARAGRAPH },
  ],
}
