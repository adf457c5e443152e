// What the owner does from the admin: sees which sessions run, ends one, and stops the service from taking more.
import type { Endpoint, PayloadRequest } from 'payload'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { unavailable } from '../mint.ts'
import { overviewOf } from '../overview.ts'
import { ofService } from '../service/refusal.ts'
import type { WatchedState } from '../state.ts'
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
    return json(await overviewOf(context, req))
  }),
})

const endSession = (context: TerminalContext): Endpoint => ({
  path: '/terminal/sessions/:sid',
  method: 'delete',
  handler: answering(async (req) => {
    await assertOperator(context, req)
    const sid = sidOf(req)
    const { service, watcher } = context.state()
    await context.settings.onOperation({ what: 'end', session: sid }, { req })
    if (!(await service.end(sid).catch(ofService))) throw new Refusal('not-found')
    watcher.wake()
    return json({ ended: sid }, 202)
  }),
})

/** The service that the request names by its id or address; `undefined` where it names none. @throws {Refusal} */
const namedService = async (
  { fleet }: Pick<WatchedState, 'fleet'>,
  { url }: Pick<PayloadRequest, 'url'>,
): Promise<string | undefined> => {
  const name = new URL(url ?? '', 'http://host.invalid').searchParams.get('service')
  if (name === null) return undefined
  const hosts = await fleet.hosts().catch(unavailable)
  const found = hosts.find((host) => host.id === name || host.url === name)
  if (!found) throw new Refusal('not-found')
  return found.url
}

/** All services, or with `?service=` one. */
const drain = (context: TerminalContext): Endpoint => ({
  path: '/terminal/drain',
  method: 'post',
  handler: answering(async (req) => {
    await assertOperator(context, req)
    const state = context.state()
    const service = await namedService(state, req)
    await context.settings.onOperation({ what: 'drain', ...(service ? { service } : {}) }, { req })
    await state.service.drain(service).catch(ofService)
    return json({ draining: true }, 202)
  }),
})

export const operateEndpoints = (context: TerminalContext): Endpoint[] => [
  listSessions(context),
  endSession(context),
  drain(context),
]
