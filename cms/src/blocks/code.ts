// A listing, in the text or on a page.
import type { Block } from 'payload'
import { languageField } from '../fields/code-language.ts'
import { codeText } from '../fields/code-text.ts'
import { SENTENCE } from '../fields/text-lengths.ts'
import { MAX_CODE_CHARACTERS } from '../limits.ts'

export const codeBlock: Block = {
  slug: 'code',
  interfaceName: 'CodeBlock',
  labels: { singular: 'Code', plural: 'Code' },
  // For texts of the editor; among the blocks of a page its fields suffice.
  admin: { components: { Block: '/blocks/preview/code-preview.client.tsx#CodePreview' } },
  fields: [
    languageField(),
    codeText({ name: 'code', required: true, maxLength: MAX_CODE_CHARACTERS }),
    { name: 'caption', type: 'text', maxLength: SENTENCE },
  ],
}
