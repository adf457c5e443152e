// Tab "Story" of a project: what it was about and how it went.
import type { Field } from 'payload'
import { bodyEditor } from '../editor/editor.ts'
import { LINE, PARAGRAPH, ROWS, SENTENCE } from './text-lengths.ts'

const isAfterStart = (
  value: Date | string | null | undefined,
  { siblingData }: { siblingData: unknown },
): true | string => {
  const { start } = siblingData as { start?: string | null }
  if (!value || !start) return true
  return new Date(value) >= new Date(start) || 'The end comes before the start.'
}

const day = { date: { pickerAppearance: 'dayOnly' as const } }

export const storyFields: Field[] = [
  { name: 'body', type: 'richText', editor: bodyEditor },
  { name: 'problem', type: 'textarea', maxLength: PARAGRAPH },
  { name: 'challenges', type: 'textarea', maxLength: PARAGRAPH },
  { name: 'lessons', type: 'textarea', maxLength: PARAGRAPH },
  {
    type: 'row',
    fields: [
      { name: 'role', type: 'text', maxLength: LINE },
      { name: 'roleDescription', type: 'text', maxLength: SENTENCE },
    ],
  },
  {
    name: 'period',
    type: 'group',
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'start', type: 'date', admin: day },
          {
            name: 'end',
            type: 'date',
            admin: { ...day, description: 'Empty: still going on.' },
            validate: isAfterStart,
          },
        ],
      },
    ],
  },
  {
    name: 'features',
    type: 'array',
    maxRows: ROWS,
    fields: [
      { name: 'text', type: 'text', required: true, maxLength: SENTENCE },
      { name: 'completion', type: 'number', min: 0, max: 100, label: 'Completion in percent' },
    ],
  },
  {
    name: 'stats',
    type: 'array',
    maxRows: ROWS,
    labels: { singular: 'Figure', plural: 'Figures' },
    fields: [
      { name: 'value', type: 'text', required: true, maxLength: 40 },
      { name: 'label', type: 'text', required: true, maxLength: LINE },
    ],
  },
]
