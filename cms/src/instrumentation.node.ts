// Brings Payload up at boot instead of at the first request, so that its jobs run and upgrades can be answered.
import config from '@payload-config'
import { getPayload } from 'payload'
import { closePayload } from './close-payload.ts'
import { cmsEnv } from './env.ts'
import { cleanUpAtStart } from './files/cleanup-task.ts'
import { outboxWorkerOf } from './outbox/worker.ts'
import { cmsProcess } from './process.ts'
import { openPublicApi } from './public-api/instance.ts'

/** Ends the process when Payload cannot start: without its database a CMS has nothing to serve. */
export const bootPayload = async (): Promise<void> => {
  try {
    const payload = await getPayload({ config, cron: true })
    const shared = cmsProcess()
    shared.publicApi = openPublicApi(payload, { redisUrl: cmsEnv().REDIS_URL })
    outboxWorkerOf(payload).start()
    const cleaning = cleanUpAtStart(payload)
    shared.close = async () => {
      await cleaning
      await closePayload(payload)
    }
    shared.payload = payload
  } catch (error) {
    console.error('The CMS cannot start.', error)
    process.exit(1)
  }
}
