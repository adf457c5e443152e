// Run as a process of its own: a CMS from its sources, over HTTP, with its outbox and its jobs. A test may kill it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { buildConfig, type Config, getPayload, handleEndpoints, type TaskConfig } from 'payload'
import { closePayload } from '../../../cms/src/close-payload.ts'
import { cmsConfig } from '../../../cms/src/config.ts'
import { cmsEnv } from '../../../cms/src/env.ts'
import { RESCUE } from '../../../cms/src/jobs/rescue.ts'
import { migrate } from '../../../cms/src/migrate.ts'
import { outboxWorkerOf } from '../../../cms/src/outbox/worker.ts'
import { ensureOwner } from '../../../cms/src/owner.ts'
import { guardRoute } from '../../../cms/src/rest/route.ts'

const EACH_SECOND = '* * * * * *'
const HURRIED = ['default', RESCUE]

const often = (task: TaskConfig): TaskConfig => ({
  ...task,
  ...(task.slug === RESCUE
    ? { schedule: (task.schedule ?? []).map((one) => ({ ...one, cron: EACH_SECOND })) }
    : {}),
})

/** Scheduled publishing, and the look for jobs of dead processes, come each second instead of each minute. */
const hurried = (config: Config): Config => {
  const { autoRun, tasks = [] } = config.jobs ?? {}
  if (!Array.isArray(autoRun)) throw new Error('The jobs of the CMS do not run by a list.')
  const isHurried = ({ queue = 'default' }: { queue?: string }) => HURRIED.includes(queue)
  return {
    ...config,
    logger: { options: { level: 'silent' } },
    jobs: {
      ...config.jobs,
      tasks: tasks.map((task) => often(task as TaskConfig)),
      autoRun: autoRun.map((run) => (isHurried(run) ? { ...run, cron: EACH_SECOND } : run)),
    },
  }
}

const config = buildConfig(hurried(cmsConfig(cmsEnv())))
const payload = await getPayload({ config, cron: true })
await migrate(payload)
await ensureOwner(payload)
outboxWorkerOf(payload).start()

const answer = guardRoute((request) => handleEndpoints({ config, request }))
const server = createServer(async (incoming, outgoing) => {
  const hasBody = incoming.method !== 'GET'
  const response = await answer(
    new Request(`http://cms.example${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: incoming.headers as Record<string, string>,
      ...(hasBody ? { body: Readable.toWeb(incoming), duplex: 'half' } : {}),
    } as RequestInit),
  )
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body) await pipeline(Readable.fromWeb(response.body as never), outgoing)
  else outgoing.end()
})
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port)
})

// The test has ended, however it did.
process.on('disconnect', () => process.exit(1))
process.on('SIGTERM', async () => {
  server.close()
  server.closeAllConnections()
  await closePayload(payload)
  process.exit(0)
})
