// When each demo was last tried, and how that went.
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { idText } from '../ids.ts'
import { SMOKE_RUNS } from './collection.ts'

const run = z.object({
  demo: idText,
  ok: z.boolean(),
  createdAt: z.string(),
  detail: z.string().nullish(),
})

/** `detail`: the first thing that was wrong, for operators. */
export type LastRun = { demo: string; ok: boolean; at: string; detail?: string }

/** Runs come once a night, and whenever an owner tries a demo: enough for the latest of each. */
const MAX_LOOKED_AT = 1000

/** As whoever `access` is: without a request as the plugin itself. */
export const lastRuns = async (
  payload: Payload,
  access: { overrideAccess: true } | { overrideAccess: false; req: PayloadRequest },
): Promise<LastRun[]> => {
  const { docs } = await payload.find({
    collection: SMOKE_RUNS as CollectionSlug,
    sort: '-createdAt',
    depth: 0,
    limit: MAX_LOOKED_AT,
    pagination: false,
    ...access,
  })
  const latest = new Map<string, LastRun>()
  for (const document of docs) {
    const { data } = run.safeParse(document)
    if (!data || latest.has(data.demo)) continue
    const { demo, ok, createdAt: at, detail } = data
    latest.set(demo, { demo, ok, at, ...(detail ? { detail } : {}) })
  }
  return [...latest.values()]
}
