// A job of Payload's that comes by the clock, in a queue of its own.
import type { Payload, PayloadRequest, TaskConfig } from 'payload'
import { STALE_JOB_MS } from '../limits.ts'

/** A process that died in the middle left its job marked as running, and no other would ever be scheduled. */
const reap = async ({ payload }: PayloadRequest, queue: string, staleMs: number): Promise<void> => {
  const before = new Date(Date.now() - staleMs).toISOString()
  await payload.delete({
    collection: 'payload-jobs',
    where: {
      and: [
        { queue: { equals: queue } },
        { processing: { equals: true } },
        { updatedAt: { less_than: before } },
      ],
    },
    overrideAccess: true,
  })
}

export type NightlyOptions = Pick<TaskConfig, 'label' | 'handler'> & {
  /** Name of the task and of its queue. */
  slug: TaskConfig['slug']
  /** Five fields, in the server's time zone. */
  cron: string
  /** A job that was not renewed for so long died with its process, in milliseconds. @default 15 minutes */
  staleMs?: number
}

export const nightlyTask = ({
  slug,
  cron,
  staleMs = STALE_JOB_MS,
  ...task
}: NightlyOptions): TaskConfig => ({
  ...task,
  slug,
  retries: 2,
  schedule: [
    {
      cron,
      queue: slug,
      hooks: {
        beforeSchedule: async ({ defaultBeforeSchedule, ...args }) => {
          await reap(args.req, slug, staleMs)
          return defaultBeforeSchedule({ defaultBeforeSchedule, ...args })
        },
      },
    },
  ],
})

/** Says that the job `id` still runs: one that takes long says so before each step. */
export const renewJob = async (payload: Payload, id: number | string): Promise<void> => {
  await payload.db.updateOne({
    collection: 'payload-jobs',
    id,
    data: { updatedAt: new Date().toISOString() },
    returning: false,
  })
}
