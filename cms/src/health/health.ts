// What the config takes from here: the collection, its job, and the public answer.
import { scheduledTask } from '@shellfolio/payload-terminal/jobs'
import type { CollectionConfig, Endpoint, TaskConfig } from 'payload'
import type { CmsEnv } from '../env.ts'
import { HEALTH } from '../limits.ts'
import { healthChecks } from './collection.ts'
import { checkHealth } from './keep.ts'
import { statusEndpoint } from './status.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const CHECK_HEALTH = 'check-health'

export type Health = {
  collection: CollectionConfig
  endpoint: Endpoint
  task: TaskConfig
  autoRun: { cron: string; queue: string }
}

export const health = (env: CmsEnv): Health => ({
  collection: healthChecks,
  endpoint: statusEndpoint(env),
  task: scheduledTask({
    slug: CHECK_HEALTH,
    label: 'Look whether everything is well',
    cron: HEALTH.cron,
    staleMs: HEALTH.staleMs,
    handler: async ({ req }) => {
      await checkHealth(req.payload, env)
      return { output: {} }
    },
  }),
  autoRun: { cron: HEALTH.cron, queue: CHECK_HEALTH },
})
