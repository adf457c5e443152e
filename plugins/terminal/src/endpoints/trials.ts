// POST /terminal/demos/:id/build and /smoke: tries the saved demo as visitors will get it, whether it is enabled or not.
import type { ControlGrant } from '@shellfolio/protocol'
import type { Endpoint, PayloadRequest } from 'payload'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { grantFor } from '../mint.ts'
import { ServiceFailure } from '../service/failure.ts'
import { answering, json } from './answer.ts'
import { assertOperator } from './operate.ts'

type Action = 'build' | 'smoke'
type Order = Extract<ControlGrant, { demo: unknown }>

const orderFor = async (
  context: TerminalContext,
  { payload }: PayloadRequest,
  { action, id }: { action: Order['action']; id: string },
): Promise<Order> => {
  const { documents, archiveUrl } = context.mintContext(payload)
  const [global, demo] = await Promise.all([documents.terminal(), documents.anyDemo(id)])
  const archive = await documents.archive(demo.archive)
  const grant = grantFor(demo, archive, global, archiveUrl(archive.id))
  const token = await context.grants.archiveToken(archive.id)
  const { limits } = grant
  return { action, demo: grant.demo, archive: { ...grant.archive, token }, limits }
}

const failure = (error: unknown): never => {
  if (error instanceof ServiceFailure) throw new Refusal('service-unavailable')
  throw error
}

const trial = (context: TerminalContext, what: Action): Endpoint => ({
  path: `/terminal/demos/:id/${what}`,
  method: 'post',
  handler: answering(async (req) => {
    await assertOperator(context, req)
    const id = String(req.routeParams?.id ?? '')
    const action = what === 'build' ? 'builds' : 'smoke'
    const order = await orderFor(context, req, { action, id })
    return json(await context.state().service[what](order).catch(failure))
  }),
})

export const trialEndpoints = (context: TerminalContext): Endpoint[] => [
  trial(context, 'build'),
  trial(context, 'smoke'),
]
