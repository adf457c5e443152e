// The collection of recordings: demos recorded by their owner, and visitors' sessions where the owner has turned that on.
import type { CollectionConfig, CollectionSlug } from 'payload'
import { operatorAccess } from '../access.ts'
import type { TerminalSettings } from '../options.ts'

export const RECORDINGS = 'terminal-recordings'

/** `demo`: made by the owner, to be shown. `replay`: a visitor's session, for the owner alone and for a time. */
export const RECORDING_KINDS = ['demo', 'replay'] as const
export type RecordingKind = (typeof RECORDING_KINDS)[number]

const hidden = { hidden: true }
const readOnly = { readOnly: true }

export const recordings = ({
  collections,
  mayOperate,
}: Pick<TerminalSettings, 'collections' | 'mayOperate'>): CollectionConfig => ({
  slug: RECORDINGS,
  labels: { singular: 'Recording', plural: 'Recordings' },
  access: operatorAccess({ mayOperate }, ['update', 'delete']),
  admin: {
    group: 'Terminals',
    useAsTitle: 'title',
    defaultColumns: ['title', 'demo', 'kind', 'published', 'durationMs', 'createdAt'],
  },
  versions: false,
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 200 },
    {
      name: 'published',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Shown with the demo. Of several, the latest is.' },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [...RECORDING_KINDS],
      index: true,
      admin: readOnly,
    },
    {
      name: 'demo',
      type: 'relationship',
      relationTo: collections.demos as CollectionSlug,
      index: true,
      admin: readOnly,
    },
    { name: 'session', type: 'text', required: true, unique: true, admin: hidden },
    { name: 'durationMs', type: 'number', required: true, label: 'Milliseconds', admin: readOnly },
    { name: 'bytes', type: 'number', required: true, admin: readOnly },
    { name: 'cols', type: 'number', required: true, admin: hidden },
    { name: 'rows', type: 'number', required: true, admin: hidden },
    {
      name: 'isWhole',
      type: 'checkbox',
      defaultValue: true,
      admin: { readOnly: true, description: 'Off: it was cut at its largest size.' },
    },
    { name: 'cast', type: 'textarea', required: true, admin: hidden },
    { name: 'poster', type: 'textarea', admin: hidden },
    { name: 'expiresAt', type: 'date', index: true, admin: readOnly },
  ],
})
