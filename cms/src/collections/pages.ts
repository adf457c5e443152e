// Pages that are no project: built from blocks.
import type { CollectionConfig } from 'payload'
import { seoField } from '../fields/seo.ts'
import { LINE } from '../fields/text-lengths.ts'
import { layoutField } from '../page-layout/layout-field.ts'
import { pageSlug } from '../page-layout/slug.ts'
import { contentRules } from './content.ts'

export const pages: CollectionConfig = {
  slug: 'pages',
  ...contentRules(),
  admin: {
    useAsTitle: 'title',
    group: 'Content',
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
  },
  defaultSort: 'title',
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Content',
          fields: [layoutField()],
        },
        { label: 'Search', fields: [seoField()] },
      ],
    },
    pageSlug(),
  ],
}
