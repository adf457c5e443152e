// Recordings are the terminal plugin's. What visitors see of them is on the pages of their demo, so that the site hears of it.
import type { CollectionConfig, Config, PayloadRequest, Plugin } from 'payload'
import { z } from 'zod'
import { changeOf } from './change.ts'
import { queueChange } from './queue.ts'
import { reachOf } from './related.ts'

const RECORDINGS = 'terminal-recordings'

const id = z.string()
const shown = z.object({
  kind: z.literal('demo'),
  published: z.literal(true),
  demo: z.union([id, z.object({ id }).transform((demo) => demo.id)]),
})

/** The demo with which visitors see it, if they do. */
const demoOf = (recording: unknown): string | undefined => shown.safeParse(recording).data?.demo

const report = async (req: PayloadRequest, ...recordings: unknown[]): Promise<void> => {
  const demos = new Set(recordings.flatMap((recording) => demoOf(recording) ?? []))
  for (const demo of demos) {
    const reach = await reachOf(req, { collection: 'demos', id: demo })
    await queueChange(req, changeOf(RECORDINGS, { reach }))
  }
}

const withReports = (collection: CollectionConfig): CollectionConfig => {
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [
        ...(hooks.afterChange ?? []),
        ({ doc, previousDoc, req }) => report(req, doc, previousDoc),
      ],
      afterDelete: [...(hooks.afterDelete ?? []), ({ doc, req }) => report(req, doc)],
    },
  }
}

/** After the plugin that adds the collection. */
export const reportRecordings: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) =>
    collection.slug === RECORDINGS ? withReports(collection) : collection,
  ),
})
