// POST /webhook-deliveries/:id/replay and /webhook-deliveries/retry-failed: an owner sends messages again.
import { json } from '@shellfolio/payload-terminal/endpoint'
import type { Endpoint, PayloadRequest, Where } from 'payload'
import { owners } from '../access/rules.ts'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { OUTBOX as LIMITS } from '../limits.ts'
import { DELIVERIES } from './change.ts'
import { outboxWorkerOf } from './worker.ts'

/** Sent under the same id, with tries counted anew: the site does it all once more. Answers how many there are. */
const sendAgain = async (req: PayloadRequest, where: Where): Promise<number> => {
  const { docs } = await req.payload.update({
    collection: DELIVERIES,
    where,
    limit: LIMITS.maxRetried,
    sort: 'createdAt',
    data: { state: 'waiting', attempts: 0, nextTryAt: new Date().toISOString(), deliveredAt: null },
    depth: 0,
    overrideAccess: true,
    req,
  })
  outboxWorkerOf(req.payload).nudge(undefined)
  return docs.length
}

const ownersOnly = (handler: (req: PayloadRequest) => Promise<Response>) =>
  answering(async (req) => {
    if (!owners({ req })) throw new CmsRefusal('not-allowed')
    return handler(req)
  })

export const replayEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/replay',
  method: 'post',
  handler: ownersOnly(async (req) => {
    const id = String(req.routeParams?.id)
    const count = /^[0-9a-f-]{36}$/.test(id) ? await sendAgain(req, { id: { equals: id } }) : 0
    if (count === 0) throw new CmsRefusal('not-found')
    return json({ sent: count }, 202)
  }),
}

export const retryEndpoint: Omit<Endpoint, 'root'> = {
  path: '/retry-failed',
  method: 'post',
  handler: ownersOnly(async (req) =>
    json({ sent: await sendAgain(req, { state: { in: ['failed', 'given-up'] } }) }, 202),
  ),
}
