// What is shown beside each session that Payload keeps on an account. Whether a login still holds, Payload's list says alone.
import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/rules.ts'

export const LOGINS = 'logins'

export const logins: CollectionConfig = {
  slug: LOGINS,
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
  fields: [
    { name: 'account', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'session', type: 'text', required: true, unique: true },
    { name: 'browser', type: 'text', required: true },
    { name: 'address', type: 'text', required: true },
    { name: 'seenAt', type: 'date', required: true },
  ],
}
