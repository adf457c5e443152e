// What search engines and link previews show. Everything falls back to the page's own content.
import type { GroupField } from 'payload'
import { onlyImages } from './only-images.ts'
import { LINE, SENTENCE } from './text-lengths.ts'

export const seoField = (): GroupField => ({
  name: 'seo',
  type: 'group',
  label: 'Search and sharing',
  admin: { description: 'Leave empty to use the title, summary and cover.' },
  fields: [
    { name: 'title', type: 'text', localized: true, maxLength: LINE },
    { name: 'description', type: 'textarea', localized: true, maxLength: SENTENCE },
    { name: 'image', type: 'upload', relationTo: 'media', filterOptions: onlyImages },
  ],
})
