// Accounts of programs: a key, what it is for, and an end.
import type { CollectionConfig } from 'payload'
import type { SCOPES } from '../access/roles.ts'
import { nobody, owners } from '../access/rules.ts'
import { SERVICE_ACCOUNTS, serviceKeyStrategy } from '../accounts/service/key.ts'
import { makeKeyEndpoint } from '../accounts/service/make-key.ts'
import { DAY } from '../fields/day.ts'
import { LINE } from '../fields/text-lengths.ts'
import { SERVICE_KEY_DAYS } from '../limits.ts'

const DAY_MS = 24 * 60 * 60_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

export const serviceAccounts: CollectionConfig = {
  slug: SERVICE_ACCOUNTS,
  labels: { singular: 'Service account', plural: 'Service accounts' },
  auth: { disableLocalStrategy: true, strategies: [serviceKeyStrategy()] },
  access: {
    read: owners,
    create: owners,
    update: owners,
    delete: owners,
    unlock: nobody,
    readVersions: nobody,
    // Whether they may use the admin.
    admin: nobody,
  },
  admin: {
    useAsTitle: 'name',
    group: 'People',
    defaultColumns: ['name', 'scope', 'expiresAt', 'lastUsedAt', 'revoked'],
    description:
      'Programs that read or write content. Each has a key, sent in the header “Authorization”.',
  },
  versions: false,
  endpoints: [makeKeyEndpoint],
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: LINE,
      admin: { description: 'The program, and where it runs.' },
    },
    {
      name: 'scope',
      type: 'select',
      required: true,
      defaultValue: 'read',
      options: [
        { value: 'read', label: 'Read content, drafts included' },
        { value: 'write', label: 'Read and write content' },
      ] satisfies { value: (typeof SCOPES)[number]; label: string }[],
      admin: { description: 'People, terminals and settings are never within reach.' },
    },
    {
      name: 'expiresAt',
      type: 'date',
      required: true,
      label: 'Ends on',
      defaultValue: () => inDays(SERVICE_KEY_DAYS.usual),
      validate: (value) =>
        !value || new Date(value).getTime() <= Date.now() + (SERVICE_KEY_DAYS.most + 1) * DAY_MS
          ? true
          : `A key lasts ${SERVICE_KEY_DAYS.most} days at most.`,
      admin: { date: DAY },
    },
    {
      name: 'revoked',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', description: 'The key stops working at once.' },
    },
    {
      name: 'lastUsedAt',
      type: 'date',
      label: 'Last used',
      access: { create: nobody, update: nobody },
      admin: { position: 'sidebar', readOnly: true, description: 'To the minute.' },
    },
    {
      name: 'keyFingerprint',
      type: 'text',
      unique: true,
      hidden: true,
      access: { read: nobody, create: nobody, update: nobody },
    },
    {
      name: 'keyPanel',
      type: 'ui',
      admin: { components: { Field: '/accounts/service/key-panel.client.tsx#KeyPanel' } },
    },
  ],
}
