// Pictures side by side.
import type { Block } from 'payload'
import { pictureField } from '../fields/media-fields.ts'
import { LINE, PARAGRAPH, ROWS, SENTENCE } from '../fields/text-lengths.ts'

export const galleryBlock: Block = {
  slug: 'gallery',
  interfaceName: 'GalleryBlock',
  labels: { singular: 'Gallery', plural: 'Galleries' },
  fields: [
    { name: 'name', type: 'text', localized: true, maxLength: LINE },
    { name: 'description', type: 'textarea', localized: true, maxLength: PARAGRAPH },
    {
      name: 'images',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: ROWS,
      labels: { singular: 'Picture', plural: 'Pictures' },
      fields: [
        pictureField({ name: 'media', required: true }),
        { name: 'caption', type: 'text', localized: true, maxLength: SENTENCE },
      ],
    },
  ],
}
