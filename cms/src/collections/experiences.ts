// Positions held: where, as what, since when, and what came of it.
import type { CollectionConfig } from 'payload'
import { diagramsField } from '../diagrams/fields.ts'
import { codeSamplesField } from '../fields/code-samples.ts'
import { documentsField } from '../fields/documents.ts'
import { impactField, statsField } from '../fields/figures.ts'
import { importedFields } from '../fields/imported.ts'
import { periodField } from '../fields/period.ts'
import { seoField } from '../fields/seo.ts'
import { slugField } from '../fields/slug.ts'
import { technologiesField } from '../fields/technologies.ts'
import { LINE, PARAGRAPH, SENTENCE } from '../fields/text-lengths.ts'
import { webAddressField } from '../fields/web-address-field.ts'
import { contentRules } from './content.ts'

export const experiences: CollectionConfig = {
  slug: 'experiences',
  ...contentRules({ visible: { active: { equals: true } } }),
  admin: {
    useAsTitle: 'company',
    group: 'Content',
    defaultColumns: ['company', 'role', 'period', 'active', '_status', 'updatedAt'],
  },
  defaultSort: 'order',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'company', type: 'text', required: true, maxLength: LINE },
        { name: 'role', type: 'text', localized: true, required: true, maxLength: LINE },
      ],
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Overview',
          fields: [
            {
              name: 'subtitle',
              type: 'text',
              localized: true,
              maxLength: SENTENCE,
              admin: { description: 'One sentence about the company or the position.' },
            },
            periodField({ isStartRequired: true }),
            {
              type: 'row',
              fields: [
                { name: 'location', type: 'text', localized: true, maxLength: LINE },
                webAddressField('website'),
              ],
            },
            { name: 'overview', type: 'textarea', localized: true, maxLength: PARAGRAPH },
            technologiesField(),
          ],
        },
        { label: 'Results', fields: [statsField(), impactField()] },
        {
          label: 'Architecture',
          fields: [
            {
              name: 'architecture',
              type: 'group',
              label: false,
              fields: [
                { name: 'description', type: 'textarea', localized: true, maxLength: PARAGRAPH },
                diagramsField(),
              ],
            },
          ],
        },
        { label: 'Code', fields: [codeSamplesField('codeSamples', 'Code samples')] },
        { label: 'Documents', fields: [documentsField()] },
        {
          label: 'Projects',
          fields: [
            {
              name: 'projects',
              type: 'join',
              collection: 'projects',
              on: 'experience',
              // Payload leaves out the trash of a list, but not of a join.
              where: { deletedAt: { exists: false } },
              defaultSort: 'order',
              defaultLimit: 50,
              admin: {
                defaultColumns: ['title', 'kind', '_status'],
                description: 'Projects that name this position.',
              },
            },
          ],
        },
        { label: 'Search', fields: [seoField()] },
      ],
    },
    slugField('company', 'role'),
    ...importedFields(),
    {
      name: 'order',
      type: 'number',
      index: true,
      admin: { position: 'sidebar', description: 'Small numbers come first.' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      index: true,
      label: 'Shown to visitors',
      admin: { position: 'sidebar' },
    },
  ],
}
