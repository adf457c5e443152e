// Every message to the site: whether it arrived, and if not, why. The rows are the queue.
import type { CollectionConfig, Field } from 'payload'
import { readableBy, readOnly } from '../access/read-only.ts'
import { editors } from '../access/rules.ts'
import { LINE, PARAGRAPH, SENTENCE } from '../fields/text-lengths.ts'
import { DELIVERIES } from './change.ts'
import { replayEndpoint, retryEndpoint } from './replay.ts'
import { STATES } from './states.ts'

/** Longest message, in characters: some pages and their names. */
const MESSAGE = 4 * PARAGRAPH

const sidebar = { position: 'sidebar' as const }
const time = { ...sidebar, date: { pickerAppearance: 'dayAndTime' as const } }

const fields: Field[] = [
  {
    name: 'replay',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: '/outbox/replay.client.tsx#Replay' },
    },
  },
  { name: 'subject', type: 'text', required: true, maxLength: LINE, label: 'About' },
  {
    name: 'error',
    type: 'textarea',
    maxLength: SENTENCE,
    label: 'What went wrong the last time',
  },
  {
    name: 'message',
    type: 'textarea',
    required: true,
    maxLength: MESSAGE,
    admin: {
      description: 'As it is sent. It names pages; the site fetches what is on them itself.',
    },
  },
  {
    name: 'state',
    type: 'select',
    required: true,
    index: true,
    defaultValue: 'waiting',
    options: Object.entries(STATES).map(([value, label]) => ({ value, label })),
    admin: {
      ...sidebar,
      components: { Cell: '/outbox/state-cell.client.tsx#StateCell' },
    },
  },
  {
    name: 'attempts',
    type: 'number',
    required: true,
    defaultValue: 0,
    label: 'Tries',
    admin: sidebar,
  },
  { name: 'lastStatus', type: 'number', label: 'Last answer (HTTP status)', admin: sidebar },
  { name: 'nextTryAt', type: 'date', index: true, label: 'Next try', admin: time },
  { name: 'deliveredAt', type: 'date', label: 'Delivered', admin: time },
  {
    name: 'messageId',
    type: 'text',
    required: true,
    unique: true,
    maxLength: LINE,
    label: 'Id of the message',
    admin: { ...sidebar, description: 'The same on every try.' },
  },
]

export const webhookDeliveries: CollectionConfig = {
  slug: DELIVERIES,
  labels: { singular: 'Message to the site', plural: 'Messages to the site' },
  access: readableBy(editors),
  admin: {
    useAsTitle: 'subject',
    group: 'Site',
    defaultColumns: ['subject', 'state', 'attempts', 'lastStatus', 'error', 'createdAt'],
    description:
      'Each change that visitors can see is told to the site, which renders its pages anew. What fails is tried again for most of a day, then given up.',
    components: { beforeListTable: ['/outbox/retry-failed.client.tsx#RetryFailed'] },
  },
  defaultSort: '-createdAt',
  versions: false,
  disableDuplicate: true,
  endpoints: [replayEndpoint, retryEndpoint],
  fields: readOnly(fields),
}
