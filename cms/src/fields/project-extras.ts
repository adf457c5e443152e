// Tab "Links and pictures" of a project: where it is, how to install it, what it looks like.
import type { Field } from 'payload'
import { onlyImages } from './only-images.ts'
import { LINE, PARAGRAPH, ROWS, SENTENCE } from './text-lengths.ts'
import { webAddressField } from './web-address-field.ts'

export const extraFields: Field[] = [
  {
    name: 'links',
    type: 'group',
    fields: [webAddressField('live'), webAddressField('source'), webAddressField('video')],
  },
  {
    name: 'installSteps',
    type: 'array',
    maxRows: ROWS,
    fields: [
      { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
      { name: 'command', type: 'textarea', maxLength: PARAGRAPH },
      { name: 'text', type: 'textarea', localized: true, maxLength: PARAGRAPH },
    ],
  },
  {
    name: 'galleries',
    type: 'array',
    maxRows: ROWS,
    fields: [
      { name: 'name', type: 'text', localized: true, required: true, maxLength: LINE },
      { name: 'description', type: 'textarea', localized: true, maxLength: PARAGRAPH },
      {
        name: 'images',
        type: 'array',
        maxRows: ROWS,
        fields: [
          {
            name: 'media',
            type: 'upload',
            relationTo: 'media',
            required: true,
            filterOptions: onlyImages,
          },
          { name: 'caption', type: 'text', localized: true, maxLength: SENTENCE },
        ],
      },
    ],
  },
]
