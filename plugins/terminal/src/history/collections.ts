// The collections of the past: each session that ended, and each day's sums for each demo.
import type { CollectionConfig, CollectionSlug, Field } from 'payload'
import { operatorAccess } from '../access.ts'
import type { TerminalSettings } from '../options.ts'
import { RECORDINGS } from '../recordings/collection.ts'

export const PAST_SESSIONS = 'terminal-sessions'
export const DAYS = 'terminal-days'

type Settings = Pick<TerminalSettings, 'collections' | 'mayOperate'>

const demoField = ({ collections }: Settings): Field => ({
  name: 'demo',
  type: 'relationship',
  relationTo: collections.demos as CollectionSlug,
  // Not required: a demo that is deleted takes its name from its past.
  index: true,
})

const counts = (...names: string[]): Field[] =>
  names.map((name) => ({ name, type: 'number', required: true, defaultValue: 0 }))

/** Nothing a visitor typed or saw is in here. */
export const pastSessions = (settings: Settings): CollectionConfig => ({
  slug: PAST_SESSIONS,
  labels: { singular: 'Past session', plural: 'Past sessions' },
  access: operatorAccess(settings, ['delete']),
  admin: {
    group: 'Terminals',
    useAsTitle: 'startedAt',
    defaultColumns: ['startedAt', 'demo', 'reason', 'durationMs', 'bytesOut', 'peakMemoryBytes'],
  },
  versions: false,
  fields: [
    { name: 'session', type: 'text', required: true, unique: true, admin: { hidden: true } },
    demoField(settings),
    // A keyed hash, and gone with the key.
    { name: 'addressHash', type: 'text', index: true },
    // Two letters, where the host knows them.
    { name: 'country', type: 'text', maxLength: 2 },
    { name: 'startedAt', type: 'date', required: true, index: true },
    { name: 'endedAt', type: 'date', required: true, index: true },
    { name: 'durationMs', type: 'number', required: true },
    { name: 'reason', type: 'text', required: true, maxLength: 32 },
    { name: 'exitCode', type: 'number' },
    ...counts('bytesIn', 'bytesOut', 'cpuMs', 'peakMemoryBytes'),
    // From the launch to the first byte of the prompt; absent when it was never reached.
    { name: 'startMs', type: 'number' },
    { name: 'hasTyped', type: 'checkbox', defaultValue: false },
    { name: 'recording', type: 'relationship', relationTo: RECORDINGS as CollectionSlug },
  ],
})

/** `key` is `<day>:<demo>`, the day in UTC as `YYYY-MM-DD`. */
export const days = (settings: Settings): CollectionConfig => ({
  slug: DAYS,
  labels: { singular: 'Day', plural: 'Days' },
  access: operatorAccess(settings),
  admin: { hidden: true },
  versions: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'day', type: 'text', required: true, maxLength: 10, index: true },
    demoField(settings),
    ...counts('seen', 'launches', 'prompts', 'firstCommands', 'steps'),
    // Counts by bucket of milliseconds, by reason, and by command of guided demos.
    { name: 'startTimes', type: 'json' },
    { name: 'endReasons', type: 'json' },
    { name: 'commands', type: 'json' },
  ],
})
