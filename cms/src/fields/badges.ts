// Short labels beside a title.
import type { ArrayField } from 'payload'
import { BADGES } from './text-lengths.ts'

export const BADGE_TONES = ['neutral', 'info', 'success', 'accent', 'warning'] as const

export const badgesField = (): ArrayField => ({
  name: 'badges',
  type: 'array',
  labels: { singular: 'Badge', plural: 'Badges' },
  maxRows: BADGES,
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'text', type: 'text', localized: true, required: true, maxLength: 40 },
        {
          name: 'tone',
          type: 'select',
          required: true,
          defaultValue: 'neutral',
          options: [...BADGE_TONES],
        },
      ],
    },
  ],
})
