// What is shown beside each session that Payload keeps on an account. Whether a login still holds, Payload's list says alone.
import { closedCollection } from '../../access/closed.ts'

export const LOGINS = 'logins'

export const logins = closedCollection({
  slug: LOGINS,
  fields: [
    { name: 'account', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'session', type: 'text', required: true, unique: true },
    { name: 'browser', type: 'text', required: true },
    { name: 'address', type: 'text', required: true },
    { name: 'seenAt', type: 'date', required: true },
  ],
})
