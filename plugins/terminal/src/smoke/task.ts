// The nightly job: tries every enabled demo, one after the other.
import type { CollectionSlug, Payload, TaskConfig } from 'payload'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { nightlyTask, renewJob } from '../jobs/nightly.ts'
import { ServiceFailure } from '../service/failure.ts'
import { SMOKE_RUNS } from './collection.ts'
import { keepRun, runSmoke } from './run-smoke.ts'

/** Name of the task and of its queue in Payload's jobs. */
export const SMOKE = 'terminal-smoke'

const enabledDemos = async (payload: Payload, collection: string): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    where: { enabled: { equals: true } },
    select: {},
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.map(({ id }) => String(id))
}

/** Demos that an earlier attempt of the same job has tried. */
const triedSince = async (payload: Payload, since: string): Promise<Set<string>> => {
  const { docs } = await payload.find({
    collection: SMOKE_RUNS as CollectionSlug,
    where: { createdAt: { greater_than_equal: since } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return new Set((docs as { demo?: unknown }[]).map(({ demo }) => String(demo)))
}

const GONE = { ok: false, ms: 0, results: [], detail: 'The demo or its archive is not complete.' }

/** One demo must not keep the others from being tried. @throws {ServiceFailure} when the service is not there at all */
const tryDemo = async (context: TerminalContext, payload: Payload, demo: string) => {
  try {
    await runSmoke(context, payload, demo)
  } catch (error) {
    if (error instanceof Refusal)
      await keepRun(payload, context.settings.collections.demos, { ...GONE, demo })
    else if (error instanceof ServiceFailure && error.kind !== 'unreachable') {
      payload.logger.warn({ msg: 'A demo could not be tried.', demo, why: error.message })
    } else throw error
  }
}

/** `cron`: five fields, in the server's time zone. */
export const smokeTask = (context: TerminalContext, cron: string): TaskConfig =>
  nightlyTask({
    slug: SMOKE,
    label: 'Try every enabled demo',
    cron,
    handler: async ({ job, req: { payload } }) => {
      const tried = await triedSince(payload, job.createdAt)
      const demos = await enabledDemos(payload, context.settings.collections.demos)
      for (const demo of demos.filter((id) => !tried.has(id))) {
        await renewJob(payload, job.id)
        await tryDemo(context, payload, demo)
      }
      return { output: {} }
    },
  })
