// A planned publication that is refused fails where nobody looks: its reasons go into the job, for the form, and the log.
import type { Payload, PayloadRequest } from 'payload'
import { audit } from '../audit/record.ts'
import { check } from '../checklist/check.ts'
import type { Item } from '../checklist/facts.ts'
import { factsOf, isChecked } from '../checklist/gather.ts'
import { type Draft, draftOf } from './draft.ts'
import { type Plan, planOf, SCHEDULE } from './plan.ts'
import { reasonsOf } from './reasons.ts'

const DEFECT = ['The CMS could not do it. What went wrong is in its own log.']

const itemsOf = async (
  req: PayloadRequest,
  { collection, id }: Plan,
  draft: Draft | undefined,
  siteUrl: string,
): Promise<Item[]> =>
  draft && isChecked(collection)
    ? check(await factsOf(req, { collection, id, data: draft.data }, siteUrl))
    : []

/** `siteUrl`: origin of the site. Payload makes the task itself, so this waits until it has. */
export const keepRefusals = ({ config }: Payload, siteUrl: string): void => {
  const task = config.jobs.tasks?.find(({ slug }) => slug === SCHEDULE)
  const handler = task?.handler
  if (!task || typeof handler !== 'function') return

  const keep = async (req: PayloadRequest, plan: Plan, plannedFor: unknown, error: unknown) => {
    const draft = await draftOf(req, plan)
    const known = reasonsOf(error, await itemsOf(req, plan, draft, siteUrl))
    if (!known) req.payload.logger.error({ err: error, msg: 'A plan was not kept.' })
    const reasons = known ?? DEFECT
    await audit(req, {
      action: 'plan-refused',
      target: { place: plan.collection, id: plan.id, title: draft?.title },
      changes: [`Planned: ${plan.type}, ${String(plannedFor ?? 'at once')}`, ...reasons],
    })
    return reasons
  }

  task.handler = async (args) => {
    try {
      // All languages are published together, whatever the form offers.
      const { locale: _, ...input } = args.input
      return await handler({ ...args, input })
    } catch (error) {
      const plan = planOf(args.input)
      if (!plan) throw error
      // The job keeps the message, and the form reads it there.
      throw new Error((await keep(args.req, plan, args.job.waitUntil, error)).join('\n'), {
        cause: error,
      })
    }
  }
}
