// GET /terminal/smoke: when each enabled demo last did what it promises, for everyone.
import type { CollectionSlug, Endpoint, Payload } from 'payload'
import { z } from 'zod'
import type { TerminalContext } from '../context.ts'
import { answering, json } from '../endpoints/answer.ts'
import { MAX_SMOKE_DEMOS, STATUS_TTL_MS } from '../limits.ts'
import { SMOKE_RUNS } from './collection.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const run = z.object({ demo: id, ok: z.boolean(), createdAt: z.string() })

export type LastSmoke = { demo: string; ok: boolean; at: string }

const lastRuns = async (payload: Payload, demos: string): Promise<LastSmoke[]> => {
  const { docs } = await payload.find({
    collection: demos as CollectionSlug,
    where: { enabled: { equals: true } },
    select: {},
    depth: 0,
    limit: MAX_SMOKE_DEMOS,
    overrideAccess: true,
  })
  const found = await Promise.all(
    docs.map(async (demo) => {
      const { docs: runs } = await payload.find({
        collection: SMOKE_RUNS as CollectionSlug,
        where: { demo: { equals: demo.id } },
        sort: '-createdAt',
        depth: 0,
        limit: 1,
        pagination: false,
        overrideAccess: true,
      })
      return run.safeParse(runs[0]).data
    }),
  )
  return found.flatMap((last) =>
    last ? [{ demo: last.demo, ok: last.ok, at: last.createdAt }] : [],
  )
}

export const smokeEndpoint = ({ settings }: TerminalContext): Endpoint => {
  let last: { at: number; runs: Promise<LastSmoke[]> } | undefined
  return {
    path: '/terminal/smoke',
    method: 'get',
    handler: answering(async ({ payload }) => {
      if (!last || Date.now() - last.at >= STATUS_TTL_MS) {
        last = { at: Date.now(), runs: lastRuns(payload, settings.collections.demos) }
      }
      return json({ runs: await last.runs })
    }),
  }
}
