// Collections that only the CMS's own code reads and writes: no interface shows them, to anybody.
import type { CollectionConfig } from 'payload'
import { nobody } from './rules.ts'

export const closedCollection = ({
  slug,
  fields,
}: Pick<CollectionConfig, 'slug' | 'fields'>): CollectionConfig => ({
  slug,
  access: {
    read: nobody,
    create: nobody,
    update: nobody,
    delete: nobody,
    unlock: nobody,
    readVersions: nobody,
    admin: nobody,
  },
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  versions: false,
  fields,
})
