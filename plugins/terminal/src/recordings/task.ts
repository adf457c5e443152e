// The job that fetches visitors' recordings from the service and deletes those whose time is over.
import type { CollectionSlug, Payload, TaskConfig } from 'payload'
import type { TerminalContext } from '../context.ts'
import { nightlyTask, renewJob } from '../jobs/nightly.ts'
import { RECORDINGS_CRON } from '../limits.ts'
import { ServiceFailure } from '../service/failure.ts'
import { collectRecordings } from './collect.ts'
import { RECORDINGS } from './collection.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const RECORDINGS_TASK = 'terminal-recordings'

const deleteExpired = async (payload: Payload): Promise<void> => {
  await payload.delete({
    collection: RECORDINGS as CollectionSlug,
    where: { expiresAt: { less_than: new Date().toISOString() } },
    // What is deleted is large, and nobody looks at it.
    select: {},
    overrideAccess: true,
  })
}

export const recordingsTask = (context: TerminalContext): TaskConfig =>
  nightlyTask({
    slug: RECORDINGS_TASK,
    label: 'Keep and forget recordings',
    cron: RECORDINGS_CRON,
    handler: async ({ job, req: { payload } }) => {
      await deleteExpired(payload)
      const { documents, pending, state } = context.mintContext(payload)
      const { demos } = context.settings.collections
      try {
        await collectRecordings({
          payload,
          demos,
          documents,
          pending,
          service: state.service,
          onStep: () => renewJob(payload, job.id),
        })
      } catch (error) {
        // The next run is minutes away; an outage is told by those who need the service now.
        if (!(error instanceof ServiceFailure)) throw error
        payload.logger.warn({ msg: 'Recordings wait for the service.', why: error.message })
      }
      return { output: {} }
    },
  })
