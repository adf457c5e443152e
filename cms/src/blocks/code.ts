// A listing, in the text or on a page.
import type { Block } from 'payload'
import { languageField } from '../fields/code-language.ts'
import { codeText } from '../fields/code-text.ts'
import { SENTENCE } from '../fields/text-lengths.ts'
import { MAX_CODE_CHARACTERS } from '../limits.ts'
import { codePreview } from './preview/preview-field.ts'

export const codeBlock: Block = {
  slug: 'code',
  interfaceName: 'CodeBlock',
  labels: { singular: 'Code', plural: 'Code' },
  fields: [
    codePreview(),
    languageField(),
    codeText({ name: 'code', required: true, maxLength: MAX_CODE_CHARACTERS }),
    { name: 'caption', type: 'text', localized: true, maxLength: SENTENCE },
  ],
}
