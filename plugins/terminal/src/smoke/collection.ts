// The collection of smoke runs: when a demo's commands were last tried, and whether they did what they promise.
import type { CollectionConfig, CollectionSlug } from 'payload'
import { operatorAccess } from '../access.ts'
import type { TerminalSettings } from '../options.ts'

export const SMOKE_RUNS = 'terminal-smoke-runs'

export const smokeRuns = ({
  collections,
  mayOperate,
}: Pick<TerminalSettings, 'collections' | 'mayOperate'>): CollectionConfig => ({
  slug: SMOKE_RUNS,
  labels: { singular: 'Smoke run', plural: 'Smoke runs' },
  access: operatorAccess({ mayOperate }),
  admin: {
    group: 'Terminals',
    useAsTitle: 'createdAt',
    defaultColumns: ['demo', 'ok', 'failed', 'createdAt'],
  },
  versions: false,
  fields: [
    {
      name: 'demo',
      type: 'relationship',
      relationTo: collections.demos as CollectionSlug,
      // Not required: a demo that is deleted takes its name from its runs.
      index: true,
    },
    { name: 'ok', type: 'checkbox', required: true },
    { name: 'commands', type: 'number', required: true },
    { name: 'failed', type: 'number', required: true },
    { name: 'ms', type: 'number', required: true, label: 'Milliseconds' },
    { name: 'detail', type: 'text', admin: { description: 'The first thing that was wrong.' } },
  ],
})
