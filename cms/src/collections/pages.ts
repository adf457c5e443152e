// Pages that are no project: built from blocks.
import type { CollectionConfig } from 'payload'
import { seoField } from '../fields/seo.ts'
import { LINE } from '../fields/text-lengths.ts'
import { MAX_LAYOUT_BLOCKS } from '../limits.ts'
import { layoutBlocks } from '../pages/layout.ts'
import { pageSlug } from '../pages/slug.ts'
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
    { name: 'title', type: 'text', required: true, maxLength: LINE },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Content',
          fields: [
            {
              name: 'layout',
              type: 'blocks',
              label: 'Blocks',
              labels: { singular: 'Block', plural: 'Blocks' },
              required: true,
              minRows: 1,
              maxRows: MAX_LAYOUT_BLOCKS,
              blocks: layoutBlocks,
            },
          ],
        },
        { label: 'Search', fields: [seoField()] },
      ],
    },
    pageSlug(),
  ],
}
