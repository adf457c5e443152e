// Tab "Story" of a project: what it was about and how it went.
import type { Field } from 'payload'
import { bodyEditor } from '../editor/editor.ts'
import { impactField, statsField } from './figures.ts'
import { periodField } from './period.ts'
import { LINE, PARAGRAPH, ROWS, SENTENCE } from './text-lengths.ts'

export const storyFields: Field[] = [
  { name: 'body', type: 'richText', localized: true, editor: bodyEditor },
  { name: 'problem', type: 'textarea', localized: true, maxLength: PARAGRAPH },
  { name: 'challenges', type: 'textarea', localized: true, maxLength: PARAGRAPH },
  { name: 'lessons', type: 'textarea', localized: true, maxLength: PARAGRAPH },
  {
    type: 'row',
    fields: [
      { name: 'role', type: 'text', localized: true, maxLength: LINE },
      {
        name: 'roleDescription',
        type: 'text',
        localized: true,
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
      { name: 'text', type: 'text', localized: true, required: true, maxLength: SENTENCE },
      { name: 'completion', type: 'number', min: 0, max: 100, label: 'Completion in percent' },
    ],
  },
  statsField(),
  impactField(),
]
