// When stored files that no row names are deleted: each night, and once at each start.
import { scheduledTask } from '@shellfolio/payload-terminal/jobs'
import type { Payload, TaskConfig } from 'payload'
import { ORPHANS } from '../limits.ts'
import { cleanUp } from './cleanup.ts'
import { placesOf, UPLOADS } from './places.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const CLEANUP = 'clean-up-files'

/** A database that knows no file at all is rather the wrong one than one whose files are all to go. */
const isEmpty = async (payload: Payload, collection: (typeof UPLOADS)[number]) => {
  const { totalDocs } = await payload.count({ collection, overrideAccess: true })
  return totalDocs === 0
}

export const cleanUpAll = async (payload: Payload, now = Date.now()): Promise<void> => {
  for (const collection of UPLOADS) {
    if (await isEmpty(payload, collection)) continue
    const place = placesOf(payload)[collection]
    const gone = await cleanUp(payload, { collection, place, now })
    if (gone.length > 0) {
      payload.logger.info({
        collection,
        files: gone.length,
        msg: 'Deleted files that nothing uses.',
      })
    }
  }
}

export const cleanupTask: TaskConfig = scheduledTask({
  slug: CLEANUP,
  label: 'Delete files that nothing uses',
  cron: ORPHANS.cron,
  handler: async ({ req }) => {
    await cleanUpAll(req.payload)
    return { output: {} }
  },
})

/** Resolves also when it failed: that is logged, and tried again at night. */
export const cleanUpAtStart = async (payload: Payload): Promise<void> => {
  try {
    await cleanUpAll(payload)
  } catch (err) {
    payload.logger.error({ err, msg: 'Files that nothing uses could not be deleted.' })
  }
}
