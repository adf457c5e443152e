// What happened when.
import type { Block } from 'payload'
import { LINE, PARAGRAPH, ROWS } from '../fields/text-lengths.ts'

/** Longest date, in characters. It is text: “Spring 2024” and “Week 3” are dates to people. */
const WHEN = 40

export const timelineBlock: Block = {
  slug: 'timeline',
  interfaceName: 'TimelineBlock',
  labels: { singular: 'Timeline', plural: 'Timelines' },
  fields: [
    { name: 'title', type: 'text', maxLength: LINE },
    {
      name: 'events',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: ROWS,
      labels: { singular: 'Event', plural: 'Events' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'when',
              type: 'text',
              required: true,
              maxLength: WHEN,
              admin: { placeholder: 'March 2026' },
            },
            { name: 'title', type: 'text', required: true, maxLength: LINE },
          ],
        },
        { name: 'text', type: 'textarea', maxLength: PARAGRAPH },
      ],
    },
  ],
}
