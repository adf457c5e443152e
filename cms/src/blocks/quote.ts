// What somebody said.
import type { Block } from 'payload'
import { LINE, PARAGRAPH } from '../fields/text-lengths.ts'
import { webAddressField } from '../fields/web-address-field.ts'

export const quoteBlock: Block = {
  slug: 'quote',
  interfaceName: 'QuoteBlock',
  labels: { singular: 'Quote', plural: 'Quotes' },
  fields: [
    { name: 'text', type: 'textarea', localized: true, required: true, maxLength: PARAGRAPH },
    {
      type: 'row',
      fields: [
        { name: 'author', type: 'text', maxLength: LINE },
        { name: 'role', type: 'text', localized: true, maxLength: LINE },
      ],
    },
    { ...webAddressField('source'), label: 'Address of the source' },
  ],
}
