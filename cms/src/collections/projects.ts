// What the portfolio shows. Drafts and their versions stay with staff.
import type { CollectionConfig } from 'payload'
import { editors, owners, staff, staffOrWhere } from '../access/rules.ts'
import { diagramsField } from '../diagrams/fields.ts'
import { extraFields } from '../fields/project-extras.ts'
import { storyFields } from '../fields/project-story.ts'
import { seoField } from '../fields/seo.ts'
import { slugField } from '../fields/slug.ts'
import { LINE, SENTENCE } from '../fields/text-lengths.ts'
import { AUTOSAVE_INTERVAL_MS, MAX_VERSIONS } from '../limits.ts'
import { rememberPublicState, reportPublicChange, reportPublicDelete } from '../outbox/public.ts'

const KINDS = ['school', 'professional', 'internship', 'personal', 'open-source']

export const projects: CollectionConfig = {
  slug: 'projects',
  access: {
    read: staffOrWhere({ _status: { equals: 'published' } }),
    create: editors,
    update: editors,
    delete: editors,
    readVersions: staff,
    unlock: owners,
    admin: staff,
  },
  admin: {
    useAsTitle: 'title',
    group: 'Content',
    defaultColumns: ['title', 'kind', 'featured', '_status', 'updatedAt'],
  },
  defaultSort: 'order',
  versions: {
    maxPerDoc: MAX_VERSIONS,
    drafts: { autosave: { interval: AUTOSAVE_INTERVAL_MS }, schedulePublish: true },
  },
  hooks: {
    beforeChange: [rememberPublicState],
    afterChange: [reportPublicChange],
    afterDelete: [reportPublicDelete],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: LINE },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Overview',
          fields: [
            {
              name: 'summary',
              type: 'textarea',
              maxLength: SENTENCE,
              admin: { description: 'One sentence that says what came of it.' },
            },
            { name: 'cover', type: 'upload', relationTo: 'media' },
            {
              name: 'technologies',
              type: 'relationship',
              relationTo: 'technologies',
              hasMany: true,
            },
            { name: 'demo', type: 'relationship', relationTo: 'demos' },
            {
              name: 'related',
              type: 'relationship',
              relationTo: 'projects',
              hasMany: true,
              maxRows: 6,
              filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
            },
          ],
        },
        { label: 'Story', fields: storyFields },
        { label: 'Diagrams', fields: [diagramsField()] },
        { label: 'Links and pictures', fields: extraFields },
        { label: 'Search', fields: [seoField()] },
      ],
    },
    slugField('title'),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'personal',
      options: KINDS,
      admin: { position: 'sidebar' },
    },
    {
      name: 'score',
      type: 'number',
      min: 0,
      max: 125,
      admin: { position: 'sidebar', description: 'Of a school project, 0 to 125.' },
    },
    {
      name: 'featured',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'order',
      type: 'number',
      index: true,
      admin: { position: 'sidebar', description: 'Small numbers come first.' },
    },
  ],
}
