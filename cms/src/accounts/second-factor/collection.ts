// Where second factors are kept: a collection that nobody reads or writes through any interface.
import { closedCollection } from '../../access/closed.ts'

export const SECOND_FACTORS = 'second-factors'

export const secondFactors = closedCollection({
  slug: SECOND_FACTORS,
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
})
