// What the config takes from here: the collections, the endpoint and the job.
import { scheduledTask } from '@shellfolio/payload-terminal/jobs'
import type { CollectionConfig, Endpoint, TaskConfig } from 'payload'
import type { CmsEnv } from '../env.ts'
import { PAGE_COUNTS } from '../limits.ts'
import { countMessages, pageCounts } from './collection.ts'
import { countsEndpoint } from './endpoint.ts'
import { forgetCounts } from './keep.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const FORGET_COUNTS = 'page-counts-forget'

export type Counting = {
  collections: CollectionConfig[]
  endpoint: Endpoint
  task: TaskConfig
  autoRun: { cron: string; queue: string }
}

export const counting = ({ WEBHOOK_KEY }: Pick<CmsEnv, 'WEBHOOK_KEY'>): Counting => ({
  collections: [pageCounts, countMessages],
  endpoint: countsEndpoint(WEBHOOK_KEY),
  task: scheduledTask({
    slug: FORGET_COUNTS,
    label: 'Forget old page counts',
    cron: PAGE_COUNTS.forgetCron,
    handler: async ({ req }) => {
      await forgetCounts(req.payload)
      return { output: {} }
    },
  }),
  autoRun: { cron: '* * * * *', queue: FORGET_COUNTS },
})
