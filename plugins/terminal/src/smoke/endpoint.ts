// GET /terminal/smoke: when each demo that visitors can see last did what it promises, for everyone.
import type { CollectionSlug, Endpoint, Payload } from 'payload'
import { z } from 'zod'
import type { TerminalContext } from '../context.ts'
import { answering, json } from '../endpoints/answer.ts'
import { SMOKE_TTL_MS } from '../limits.ts'
import { SMOKE_RUNS } from './collection.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const run = z.object({ demo: id, ok: z.boolean(), createdAt: z.string() })

export type LastSmoke = { demo: string; ok: boolean; at: string }

/** Runs come once a night, and whenever an owner tries a demo: enough for the latest of each. */
const MAX_LOOKED_AT = 1000

const lastRuns = async (context: TerminalContext, payload: Payload): Promise<LastSmoke[]> => {
  const { docs } = await payload.find({
    collection: SMOKE_RUNS as CollectionSlug,
    sort: '-createdAt',
    depth: 0,
    limit: MAX_LOOKED_AT,
    pagination: false,
    overrideAccess: true,
  })
  const latest = new Map<string, LastSmoke>()
  for (const document of docs) {
    const { data } = run.safeParse(document)
    if (data && !latest.has(data.demo)) {
      latest.set(data.demo, { demo: data.demo, ok: data.ok, at: data.createdAt })
    }
  }
  const shown = await context.mintContext(payload).permissions.shown([...latest.keys()])
  return [...latest.values()].filter(({ demo }) => shown.has(demo))
}

export const smokeEndpoint = (context: TerminalContext): Endpoint => {
  let last: { at: number; runs: LastSmoke[] } | undefined
  let asking: Promise<LastSmoke[]> | undefined

  /** One question at a time, however many ask. */
  const ask = async (payload: Payload): Promise<LastSmoke[]> => {
    asking ??= lastRuns(context, payload).finally(() => {
      asking = undefined
    })
    const runs = await asking
    last = { at: Date.now(), runs }
    return runs
  }

  return {
    path: '/terminal/smoke',
    method: 'get',
    handler: answering(async ({ payload }) => {
      const isFresh = last !== undefined && Date.now() - last.at < SMOKE_TTL_MS
      return json({ runs: isFresh && last ? last.runs : await ask(payload) })
    }),
  }
}
