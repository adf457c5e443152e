// Numbers that speak for a project or a position.
import type { ArrayField } from 'payload'
import { LINE, ROWS, SENTENCE } from './text-lengths.ts'

const MAX_VALUE = 40

export const statsField = (): ArrayField => ({
  name: 'stats',
  type: 'array',
  maxRows: ROWS,
  labels: { singular: 'Figure', plural: 'Figures' },
  fields: [
    { name: 'value', type: 'text', required: true, maxLength: MAX_VALUE },
    { name: 'label', type: 'text', required: true, maxLength: LINE },
  ],
})

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
          maxLength: MAX_VALUE,
          admin: { description: 'A number, where there is one.', width: '30%' },
        },
        { name: 'label', type: 'text', required: true, maxLength: LINE },
      ],
    },
    { name: 'description', type: 'textarea', maxLength: SENTENCE },
  ],
})
