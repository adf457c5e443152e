// The nightly job: tries every enabled demo, one after the other.
import type { CollectionSlug, Payload, PayloadRequest, TaskConfig } from 'payload'
import type { TerminalContext } from '../context.ts'
import { STALE_SMOKE_MS } from '../limits.ts'
import { runSmoke } from './run-smoke.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const SMOKE = 'terminal-smoke'

/** A process that died in the middle left its job marked as running, and no other would ever be scheduled. */
const reap = async ({ payload }: PayloadRequest): Promise<void> => {
  const before = new Date(Date.now() - STALE_SMOKE_MS).toISOString()
  await payload.delete({
    collection: 'payload-jobs',
    where: {
      and: [
        { queue: { equals: SMOKE } },
        { processing: { equals: true } },
        { updatedAt: { less_than: before } },
      ],
    },
    overrideAccess: true,
  })
}

const enabledDemos = async (payload: Payload, collection: string): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    where: { enabled: { equals: true } },
    select: {},
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.map(({ id }) => String(id))
}

/** `cron`: five fields, in the server's time zone. */
export const smokeTask = (context: TerminalContext, cron: string): TaskConfig => ({
  slug: SMOKE,
  label: 'Try every enabled demo',
  retries: 2,
  schedule: [
    {
      cron,
      queue: SMOKE,
      hooks: {
        beforeSchedule: async ({ defaultBeforeSchedule, ...args }) => {
          await reap(args.req)
          return defaultBeforeSchedule({ defaultBeforeSchedule, ...args })
        },
      },
    },
  ],
  handler: async ({ req: { payload } }) => {
    for (const demo of await enabledDemos(payload, context.settings.collections.demos)) {
      await runSmoke(context, payload, demo)
    }
    return { output: {} }
  },
})
