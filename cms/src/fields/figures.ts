// Numbers that speak for a project, a position or a page.
import type { ArrayField, Field } from 'payload'
import { LINE, ROWS, SENTENCE } from './text-lengths.ts'

const MAX_VALUE = 40

type Figures = { name: string; maxRows: number; minRows?: number; isDescribed?: boolean }

/** `isDescribed`: each figure may have a sentence of its own. */
export const figuresField = ({ name, maxRows, minRows, isDescribed }: Figures): ArrayField => ({
  name,
  type: 'array',
  ...(minRows ? { required: true, minRows } : {}),
  maxRows,
  labels: { singular: 'Figure', plural: 'Figures' },
  fields: [
    { name: 'value', type: 'text', localized: true, required: true, maxLength: MAX_VALUE },
    { name: 'label', type: 'text', localized: true, required: true, maxLength: LINE },
    ...(isDescribed
      ? [
          {
            name: 'description',
            type: 'text',
            localized: true,
            maxLength: SENTENCE,
          } satisfies Field,
        ]
      : []),
  ],
})

export const statsField = (): ArrayField => figuresField({ name: 'stats', maxRows: ROWS })

export const impactField = (): ArrayField => ({
  name: 'impact',
  type: 'array',
  maxRows: ROWS,
  labels: { singular: 'Effect', plural: 'Impact' },
  admin: { description: 'What changed for others.' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'value',
          type: 'text',
          localized: true,
          maxLength: MAX_VALUE,
          admin: { description: 'A number, where there is one.', width: '30%' },
        },
        { name: 'label', type: 'text', localized: true, required: true, maxLength: LINE },
      ],
    },
    { name: 'description', type: 'textarea', localized: true, maxLength: SENTENCE },
  ],
})
