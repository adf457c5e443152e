// The log: who did what, when. Nobody writes or removes an entry, owners read; Postgres refuses as well (see migrations).
import { type CollectionBeforeOperationHook, type CollectionConfig, Forbidden } from 'payload'
import { nobody, owners } from '../access/rules.ts'
import { LINE, SENTENCE } from '../fields/text-lengths.ts'
import { AUDIT } from '../limits.ts'
import { ACTIONS, VIAS } from './actions.ts'
import { AUDIT_LOG } from './record.ts'

const READS = new Set(['read', 'count', 'countVersions', 'docAccess', 'findDistinct'])

/** Also for callers who override access: entries are written below Payload's operations, and only there. */
const refuseWrites: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!READS.has(operation)) throw new Forbidden(req.t)
  return args
}

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const ACTION_LABELS = Object.fromEntries(
  Object.entries(ACTIONS).map(([name, { label }]) => [name, label]),
)

export const auditLog: CollectionConfig = {
  slug: AUDIT_LOG,
  labels: { singular: 'Log entry', plural: 'Log' },
  access: {
    read: owners,
    create: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: owners,
  },
  admin: {
    useAsTitle: 'summary',
    group: 'Site',
    description: 'Who changed what, and when. Entries are never changed; old ones are forgotten.',
    defaultColumns: ['createdAt', 'summary', 'action', 'actor'],
    listSearchableFields: ['summary', 'actor', 'documentTitle'],
    hideAPIURL: true,
  },
  defaultSort: '-createdAt',
  // An entry is opened by several people at once, and never edited.
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  versions: false,
  hooks: { beforeOperation: [refuseWrites] },
  fields: [
    { name: 'summary', type: 'text', maxLength: SENTENCE, label: 'What happened' },
    {
      name: 'changes',
      type: 'textarea',
      maxLength: AUDIT.changesChars,
      label: 'What changed',
      admin: {
        description: 'A line for each field, with what it was and what it became if short.',
      },
    },
    { name: 'action', type: 'select', index: true, options: options(ACTION_LABELS) },
    { name: 'actor', type: 'text', index: true, maxLength: LINE, label: 'Who' },
    {
      name: 'role',
      type: 'text',
      maxLength: LINE,
      admin: { position: 'sidebar', description: 'Of that person, at that moment.' },
    },
    {
      name: 'via',
      type: 'select',
      label: 'How',
      options: options(VIAS),
      admin: { position: 'sidebar' },
    },
    {
      name: 'place',
      type: 'text',
      index: true,
      maxLength: LINE,
      label: 'Kind of content',
      admin: { position: 'sidebar' },
    },
    {
      name: 'documentTitle',
      type: 'text',
      maxLength: LINE,
      label: 'Title at that moment',
      admin: { position: 'sidebar' },
    },
    {
      name: 'documentId',
      type: 'text',
      index: true,
      maxLength: LINE,
      label: 'Id of the document',
      admin: { position: 'sidebar' },
    },
    {
      name: 'actorId',
      type: 'text',
      index: true,
      maxLength: LINE,
      label: 'Id of the account',
      admin: { position: 'sidebar' },
    },
    {
      name: 'addressHash',
      type: 'text',
      maxLength: LINE,
      label: 'Place on the network',
      admin: {
        position: 'sidebar',
        description: 'The same for the same address, which cannot be found out from it.',
      },
    },
  ],
}
