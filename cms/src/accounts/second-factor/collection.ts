// Where second factors are kept: a collection that nobody reads or writes through any interface.
import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/rules.ts'

export const SECOND_FACTORS = 'second-factors'

export const secondFactors: CollectionConfig = {
  slug: SECOND_FACTORS,
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
    { name: 'account', type: 'relationship', relationTo: 'users', required: true, unique: true },
    /** Sealed; see `seal.ts`. */
    { name: 'secret', type: 'text', required: true },
    /** Unset while its owner has not shown a code of it; it does not count until then. */
    { name: 'confirmedAt', type: 'date' },
    /** The last step of time whose code was taken: none up to it counts again. */
    { name: 'lastStep', type: 'number' },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'lockedUntil', type: 'date' },
    {
      name: 'recoveryCodes',
      type: 'array',
      fields: [{ name: 'fingerprint', type: 'text', required: true }],
    },
  ],
}
