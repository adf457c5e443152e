// Tab "Story" of a project: what it was about and how it went.
import type { Field } from 'payload'
import { bodyEditor } from '../editor/editor.ts'
import { impactField, statsField } from './figures.ts'
import { periodField } from './period.ts'
import { LINE, PARAGRAPH, ROWS, SENTENCE } from './text-lengths.ts'

export const storyFields: Field[] = [
  { name: 'body', type: 'richText', editor: bodyEditor },
  { name: 'problem', type: 'textarea', maxLength: PARAGRAPH },
  { name: 'challenges', type: 'textarea', maxLength: PARAGRAPH },
  { name: 'lessons', type: 'textarea', maxLength: PARAGRAPH },
  {
    type: 'row',
    fields: [
      { name: 'role', type: 'text', maxLength: LINE },
      {
        name: 'roleDescription',
        type: 'text',
        maxLength: SENTENCE,
        label: 'What the role was',
      },
    ],
  },
  periodField(),
  {
    name: 'features',
    type: 'array',
    maxRows: ROWS,
    fields: [
      { name: 'text', type: 'text', required: true, maxLength: SENTENCE },
      { name: 'completion', type: 'number', min: 0, max: 100, label: 'Completion in percent' },
    ],
  },
  statsField(),
  impactField(),
]
