// How long the log is kept.
import type { GlobalConfig } from 'payload'
import { nobody, owners } from '../access/rules.ts'
import { AUDIT } from '../limits.ts'

export const AUDIT_SETTINGS = 'audit-settings'

export const auditSettings: GlobalConfig = {
  slug: AUDIT_SETTINGS,
  label: 'Log settings',
  access: { read: owners, update: owners, readVersions: nobody },
  admin: { group: 'Site' },
  versions: false,
  fields: [
    {
      name: 'days',
      type: 'number',
      required: true,
      defaultValue: AUDIT.defaultDays,
      min: AUDIT.minDays,
      max: AUDIT.maxDays,
      label: 'Days until a log entry is forgotten',
      admin: { description: 'Younger entries than 30 days cannot be removed by anybody.' },
    },
  ],
}
