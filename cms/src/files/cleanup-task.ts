// When stored files that no row names are deleted: each night, and once at each start.
import { scheduledTask } from '@shellfolio/payload-terminal/jobs'
import type { Payload, TaskConfig } from 'payload'
import type { CmsEnv } from '../env.ts'
import { ORPHAN_CRON } from '../limits.ts'
import { cleanUp } from './cleanup.ts'
import { folderOf, UPLOADS } from './folders.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const CLEANUP = 'clean-up-files'

type Env = Pick<CmsEnv, 'UPLOAD_DIR' | 'S3_BUCKET'>

/** A bucket's plugin deletes what was replaced by itself. */
const cleanUpAll = async (payload: Payload, env: Env): Promise<void> => {
  if (env.S3_BUCKET) return
  for (const collection of UPLOADS) {
    const gone = await cleanUp(payload, { collection, folder: folderOf(env, collection) })
    if (gone.length > 0) {
      payload.logger.info({
        collection,
        files: gone.length,
        msg: 'Deleted files that nothing uses.',
      })
    }
  }
}

export const cleanupTask = (env: Env): TaskConfig =>
  scheduledTask({
    slug: CLEANUP,
    label: 'Delete files that nothing uses',
    cron: ORPHAN_CRON,
    handler: async ({ req }) => {
      await cleanUpAll(req.payload, env)
      return { output: {} }
    },
  })

/** Resolves also when it failed: that is logged, and tried again at night. */
export const cleanUpAtStart = async (payload: Payload, env: Env): Promise<void> => {
  try {
    await cleanUpAll(payload, env)
  } catch (err) {
    payload.logger.error({ err, msg: 'Files that nothing uses could not be deleted.' })
  }
}
