// The collection of recordings: demos recorded by their owner, and visitors' sessions where the owner has turned that on.
import type { CollectionConfig, CollectionSlug, Field } from 'payload'
import { operatorAccess } from '../access.ts'
import { MAX_CAST_BYTES, MAX_POSTER_CHARS } from '../limits.ts'
import type { TerminalSettings } from '../options.ts'

export const RECORDINGS = 'terminal-recordings'

/** `demo`: made by the owner, to be shown. `replay`: a visitor's session, for the owner alone and for a time. */
export const RECORDING_KINDS = ['demo', 'replay'] as const
export type RecordingKind = (typeof RECORDING_KINDS)[number]

const never = () => false
/** What the plugin finds out is written by nobody: a poster is HTML on a public page. */
const ours = { create: never, update: never }
const hidden = { hidden: true }
const readOnly = { readOnly: true }

/** In the admin alone, which needs the host's import map. */
const player: Field = {
  name: 'terminalPlayer',
  type: 'ui',
  admin: { components: { Field: '@shellfolio/payload-terminal/client#RecordingPlayer' } },
}

const isDemo = (data: unknown) => (data as { kind?: unknown } | undefined)?.kind === 'demo'

export const recordings = ({
  admin,
  collections,
  mayOperate,
}: Pick<TerminalSettings, 'admin' | 'collections' | 'mayOperate'>): CollectionConfig => ({
  slug: RECORDINGS,
  labels: { singular: 'Recording', plural: 'Recordings' },
  access: operatorAccess({ mayOperate }, ['update', 'delete']),
  admin: {
    group: 'Terminals',
    useAsTitle: 'title',
    defaultColumns: ['title', 'demo', 'kind', 'published', 'durationMs', 'createdAt'],
    // A cast has megabytes: a list must not read them.
    enableListViewSelectAPI: true,
  },
  defaultPopulate: { title: true, kind: true, published: true },
  versions: false,
  fields: [
    ...(admin ? [player] : []),
    { name: 'title', type: 'text', required: true, maxLength: 200 },
    {
      name: 'published',
      type: 'checkbox',
      defaultValue: false,
      // A visitor's session is nobody's to publish; Payload validates nothing that a condition hides.
      access: { create: never, update: ({ doc }) => isDemo(doc) },
      admin: {
        description: 'Shown with the demo. Of several, the latest is.',
        condition: isDemo,
      },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [...RECORDING_KINDS],
      index: true,
      access: ours,
      admin: readOnly,
    },
    {
      name: 'demo',
      type: 'relationship',
      relationTo: collections.demos as CollectionSlug,
      index: true,
      access: ours,
      admin: readOnly,
    },
    {
      name: 'session',
      type: 'text',
      required: true,
      unique: true,
      access: ours,
      admin: hidden,
    },
    {
      name: 'durationMs',
      type: 'number',
      required: true,
      label: 'Milliseconds',
      access: ours,
      admin: readOnly,
    },
    { name: 'bytes', type: 'number', required: true, access: ours, admin: readOnly },
    { name: 'cols', type: 'number', required: true, access: ours, admin: hidden },
    { name: 'rows', type: 'number', required: true, access: ours, admin: hidden },
    {
      name: 'isWhole',
      type: 'checkbox',
      defaultValue: true,
      access: ours,
      admin: { readOnly: true, description: 'Off: it was cut at its largest size.' },
    },
    // Neither travels with forms and lists: /terminal/recordings/:id answers with them.
    // Payload's own bound on text is less. Written anew, an event may be longer than it came, never twice as long.
    {
      name: 'cast',
      type: 'textarea',
      required: true,
      maxLength: 2 * MAX_CAST_BYTES,
      access: ours,
      hidden: true,
    },
    { name: 'poster', type: 'textarea', maxLength: MAX_POSTER_CHARS, access: ours, hidden: true },
    { name: 'expiresAt', type: 'date', index: true, access: ours, admin: readOnly },
  ],
})
