// What the owner does from the admin: sees which sessions run, ends one, and stops the service from taking more.
import type { Endpoint, PayloadRequest } from 'payload'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { ofService } from '../service/refusal.ts'
import { answering, json } from './answer.ts'

const SID = /^[\w-]{1,64}$/

/** The session that the address names. @throws {Refusal} `not-found` for what cannot be one */
export const sidOf = ({ routeParams }: Pick<PayloadRequest, 'routeParams'>): string => {
  const sid = String(routeParams?.sid ?? '')
  if (!SID.test(sid)) throw new Refusal('not-found')
  return sid
}

/** @throws {Refusal} `not-allowed` for everyone whom the host does not let operate terminals */
export const assertOperator = async (
  { settings }: TerminalContext,
  req: PayloadRequest,
): Promise<void> => {
  if (!(await settings.mayOperate({ req }))) throw new Refusal('not-allowed')
}

const listSessions = (context: TerminalContext): Endpoint => ({
  path: '/terminal/sessions',
  method: 'get',
  handler: answering(async (req) => {
    await assertOperator(context, req)
    const { documents, state } = context.mintContext(req.payload)
    const { enabled, capacity } = await documents.terminal()
    const [service, { places }] = await Promise.all([
      state.service.sessions().catch(() => undefined),
      state.queue.view().catch(() => ({ places: [] })),
    ])
    return json({ enabled, capacity, waiting: places.length, ...(service ? { service } : {}) })
  }),
})

const endSession = (context: TerminalContext): Endpoint => ({
  path: '/terminal/sessions/:sid',
  method: 'delete',
  handler: answering(async (req) => {
    await assertOperator(context, req)
    const sid = sidOf(req)
    const { service, watcher } = context.state()
    if (!(await service.end(sid).catch(ofService))) throw new Refusal('not-found')
    watcher.wake()
    return json({ ended: sid }, 202)
  }),
})

const drain = (context: TerminalContext): Endpoint => ({
  path: '/terminal/drain',
  method: 'post',
  handler: answering(async (req) => {
    await assertOperator(context, req)
    await context.state().service.drain().catch(ofService)
    return json({ draining: true }, 202)
  }),
})

export const operateEndpoints = (context: TerminalContext): Endpoint[] => [
  listSessions(context),
  endSession(context),
  drain(context),
]
