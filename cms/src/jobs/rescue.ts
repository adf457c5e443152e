// Jobs that a process left marked as running when it died: Payload never looks at them again, so they are set free.
import { sql } from '@payloadcms/db-postgres'
import { scheduledTask } from '@shellfolio/payload-terminal/jobs'
import type { Payload, TaskConfig } from 'payload'
import { onItsOwn } from '../accounts/sql.ts'
import { DRAW } from '../diagrams/queue.ts'
import { JOBS } from '../limits.ts'
import { OUTBOX } from '../outbox/change.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const RESCUE = 'rescue-jobs'

/**
 * Queues whose jobs somebody asked for, and how long one of each may run, in milliseconds. Jobs that come by the clock
 * come again by themselves.
 */
const RUNS: Record<string, number> = {
  default: JOBS.maxRunMs,
  [OUTBOX]: JOBS.maxRunMs,
  [DRAW]: JOBS.maxDrawRunMs,
}

const GIVEN_UP = 'The CMS ended each time while it ran this job. It is given up.'

/** Those of one queue. What ended the process each time it ran is given up, so that it cannot go on for ever. */
const rescueQueue = (payload: Payload, queue: string, maxRunMs: number) =>
  onItsOwn(
    payload,
    sql`update payload_jobs
      set processing = false,
        total_tried = coalesce(total_tried, 0) + 1,
        has_error = coalesce(total_tried, 0) + 1 >= ${JOBS.maxTries},
        error = case when coalesce(total_tried, 0) + 1 >= ${JOBS.maxTries}
          then jsonb_build_object('message', ${GIVEN_UP}::text) else error end,
        updated_at = now()
      where queue = ${queue} and processing and completed_at is null
        and updated_at < now() - make_interval(secs => ${maxRunMs / 1000})
      returning id, task_slug, has_error`,
  )

/** Lets jobs run again whose process is gone. What they do may be done twice, so each must bear that. */
export const rescueJobs = async (payload: Payload): Promise<void> => {
  for (const [queue, maxRunMs] of Object.entries(RUNS)) {
    for (const { id, task_slug: task, has_error: isGivenUp } of await rescueQueue(
      payload,
      queue,
      maxRunMs,
    )) {
      const msg = isGivenUp ? GIVEN_UP : 'A job whose process died is run again.'
      payload.logger.warn({ job: id, task, msg })
    }
  }
}

export const rescueTask: TaskConfig = scheduledTask({
  slug: RESCUE,
  label: 'Run jobs again whose process died',
  cron: JOBS.rescueCron,
  staleMs: JOBS.maxRunMs,
  handler: async ({ req }) => {
    await rescueJobs(req.payload)
    return { output: {} }
  },
})
