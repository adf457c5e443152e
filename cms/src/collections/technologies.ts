// What projects are made with.
import type { CollectionConfig } from 'payload'
import { anyone, nobody, owners, staff, writers } from '../access/rules.ts'
import { iconField } from '../fields/icon.ts'
import { slugField } from '../fields/slug.ts'
import { LINE } from '../fields/text-lengths.ts'
import { plainHooks } from '../outbox/reported.ts'
import { iconEndpoint } from '../technologies/icon-endpoint.ts'

export const technologies: CollectionConfig = {
  slug: 'technologies',
  access: {
    read: anyone,
    create: writers,
    update: writers,
    delete: writers,
    readVersions: nobody,
    unlock: owners,
    admin: staff,
  },
  admin: { useAsTitle: 'name', group: 'Content', defaultColumns: ['name', 'category', 'order'] },
  defaultSort: 'order',
  versions: false,
  hooks: plainHooks(),
  endpoints: [iconEndpoint],
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: LINE },
    slugField('name'),
    {
      name: 'category',
      type: 'select',
      required: true,
      options: ['language', 'framework', 'library', 'tool', 'platform', 'concept'],
    },
    iconField(),
    { name: 'order', type: 'number', admin: { position: 'sidebar' } },
  ],
}
