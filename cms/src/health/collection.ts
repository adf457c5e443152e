// How the parts of the system were: a row whenever that changes, and one an hour.
import type { CollectionConfig, Field } from 'payload'
import { readableBy, readOnly } from '../access/read-only.ts'
import { staff } from '../access/rules.ts'
import { LINE } from '../fields/text-lengths.ts'
import { CHECKS, STATES } from './checks.ts'

export const HEALTH_CHECKS = 'health-checks'

const optionsOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const fields: Field[] = [
  { name: 'check', type: 'select', required: true, index: true, options: optionsOf(CHECKS) },
  { name: 'state', type: 'select', required: true, options: optionsOf(STATES) },
  {
    name: 'sentence',
    type: 'text',
    required: true,
    maxLength: LINE,
    label: 'What was found',
  },
  { name: 'since', type: 'date', required: true, label: 'In this state since' },
  {
    name: 'ms',
    type: 'number',
    required: true,
    min: 0,
    label: 'Milliseconds',
    admin: { description: 'Until it answered, or was given up.' },
  },
]

export const healthChecks: CollectionConfig = {
  slug: HEALTH_CHECKS,
  labels: { singular: 'Health check', plural: 'Health checks' },
  access: readableBy(staff),
  admin: {
    useAsTitle: 'sentence',
    group: 'Site',
    defaultColumns: ['check', 'state', 'sentence', 'since', 'createdAt'],
    description:
      'Every minute the CMS looks at what it needs. A row is kept when something changes, and one an hour.',
  },
  defaultSort: '-createdAt',
  versions: false,
  lockDocuments: false,
  disableDuplicate: true,
  fields: readOnly(fields),
}
