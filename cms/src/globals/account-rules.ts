// What owners demand of every account.
import type { GlobalConfig } from 'payload'
import { nobody, owners, staff } from '../access/rules.ts'

export const accountRules: GlobalConfig = {
  slug: 'account-rules',
  access: { read: staff, update: owners, readVersions: nobody },
  admin: { group: 'People' },
  label: 'Rules for accounts',
  versions: false,
  fields: [
    {
      name: 'requireSecondFactor',
      type: 'checkbox',
      defaultValue: false,
      label: 'Everyone needs a second factor',
      admin: {
        description:
          'Who has none can then do nothing but set one up, on the page of their account. Set up your own first.',
      },
    },
  ],
}
