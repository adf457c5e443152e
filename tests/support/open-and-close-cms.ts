// Run as a process of its own: opens a CMS with its jobs and its outbox, uses it, closes it, and must then end by itself.
import { getPayload } from 'payload'
import { closePayload } from '../../cms/src/close-payload.ts'
import { migrate } from '../../cms/src/migrate.ts'
import { outboxWorkerOf } from '../../cms/src/outbox/worker.ts'
import config from '../../cms/src/payload.config.ts'

const payload = await getPayload({ config, cron: true })
await migrate(payload)
outboxWorkerOf(payload).start()
await Promise.all(
  Array.from({ length: 30 }, () => payload.count({ collection: 'projects', overrideAccess: true })),
)
await payload.updateGlobal({ slug: 'terminal', data: { notice: 'x' }, overrideAccess: true })
await closePayload(payload)
console.log('closed')
