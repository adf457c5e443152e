// Listings with what there is to say about them: a walkthrough of a project, samples of a position.
import type { ArrayField } from 'payload'
import { codePreview } from '../blocks/preview/preview-field.ts'
import { MAX_CODE_CHARACTERS } from '../limits.ts'
import { languageField } from './code-language.ts'
import { codeText } from './code-text.ts'
import { checkLineRanges } from './line-ranges.ts'
import { LINE, PARAGRAPH, ROWS, SENTENCE } from './text-lengths.ts'

export const codeSamplesField = (name: string, label: string): ArrayField => ({
  name,
  type: 'array',
  label,
  labels: { singular: 'Listing', plural: 'Listings' },
  maxRows: ROWS,
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
    {
      name: 'description',
      type: 'textarea',
      localized: true,
      maxLength: SENTENCE,
      admin: { description: 'What it is, shown above the code.' },
    },
    {
      type: 'row',
      fields: [
        languageField(),
        {
          name: 'highlight',
          type: 'text',
          maxLength: LINE,
          label: 'Marked lines',
          admin: { placeholder: '3-5,9' },
          validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
            checkLineRanges(value, (siblingData as { code?: unknown }).code),
        },
      ],
    },
    codePreview(),
    codeText({ name: 'code', required: true, maxLength: MAX_CODE_CHARACTERS }),
    {
      name: 'explanation',
      type: 'textarea',
      localized: true,
      maxLength: PARAGRAPH,
      admin: { description: 'Why it is written this way, shown below the code.' },
    },
  ],
})
