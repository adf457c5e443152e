// What the portfolio shows. Drafts and their versions stay with staff.
import type { CollectionConfig } from 'payload'
import { diagramsField } from '../diagrams/fields.ts'
import { badgesField } from '../fields/badges.ts'
import { codeSamplesField } from '../fields/code-samples.ts'
import { documentsField } from '../fields/documents.ts'
import { importedFields } from '../fields/imported.ts'
import { onlyImages } from '../fields/only-images.ts'
import { extraFields } from '../fields/project-extras.ts'
import { KINDS } from '../fields/project-kinds.ts'
import { storyFields } from '../fields/project-story.ts'
import { readmeField } from '../fields/readme.ts'
import { seoField } from '../fields/seo.ts'
import { slugField } from '../fields/slug.ts'
import { technologiesField } from '../fields/technologies.ts'
import { LINE, SENTENCE } from '../fields/text-lengths.ts'
import { contentRules } from './content.ts'

export const projects: CollectionConfig = {
  slug: 'projects',
  ...contentRules(),
  admin: {
    useAsTitle: 'title',
    group: 'Content',
    defaultColumns: ['title', 'kind', 'featured', '_status', 'updatedAt'],
  },
  defaultSort: 'order',
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Overview',
          fields: [
            {
              name: 'summary',
              type: 'textarea',
              localized: true,
              maxLength: SENTENCE,
              admin: { description: 'One sentence that says what came of it.' },
            },
            { name: 'cover', type: 'upload', relationTo: 'media', filterOptions: onlyImages },
            technologiesField(),
            badgesField(),
            {
              name: 'experience',
              type: 'relationship',
              relationTo: 'experiences',
              index: true,
              admin: { description: 'Where you worked on it.' },
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
        { label: 'Code', fields: [codeSamplesField('walkthrough', 'Walkthrough'), readmeField()] },
        { label: 'Documents', fields: [documentsField()] },
        { label: 'Search', fields: [seoField()] },
      ],
    },
    slugField('title'),
    ...importedFields(),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'personal',
      options: [...KINDS],
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
