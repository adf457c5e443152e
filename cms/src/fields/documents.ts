// Papers that belong to a project or a position.
import type { ArrayField } from 'payload'
import { LINE, PARAGRAPH, ROWS } from './text-lengths.ts'

export const documentsField = (): ArrayField => ({
  name: 'documents',
  type: 'array',
  maxRows: ROWS,
  labels: { singular: 'Document', plural: 'Documents' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
        {
          name: 'category',
          type: 'text',
          localized: true,
          maxLength: 80,
          admin: { description: 'Documents of one category are listed together.' },
        },
      ],
    },
    { name: 'description', type: 'textarea', localized: true, maxLength: PARAGRAPH },
    {
      name: 'file',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'Everybody can open it. Without one, the document is only named.' },
    },
  ],
})
