// An aside in the text.
import type { Block } from 'payload'
import { PARAGRAPH } from '../fields/text-lengths.ts'

export const calloutBlock: Block = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  labels: { singular: 'Callout', plural: 'Callouts' },
  fields: [
    {
      name: 'tone',
      type: 'select',
      required: true,
      defaultValue: 'note',
      options: ['note', 'tip', 'warning'],
    },
    { name: 'text', type: 'textarea', required: true, maxLength: PARAGRAPH },
  ],
}
