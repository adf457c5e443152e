// What the service is asked to try: a demo as it is saved, with its archive and the limits of a session.
import type { ControlGrant } from '@shellfolio/protocol'
import type { Payload } from 'payload'
import type { TerminalContext } from '../context.ts'
import { TRIAL_TOKEN_TTL_S } from '../limits.ts'
import { grantFor } from '../mint.ts'

export type Order = Extract<ControlGrant, { demo: unknown }>

type Wanted = {
  action: Order['action']
  id: string
  /** What is tried instead of the demo as it is saved. */
  change?: (demo: Order['demo']) => Order['demo']
}

/** @throws {Refusal} `demo-not-found` */
export const orderFor = async (
  context: TerminalContext,
  payload: Payload,
  { action, id, change = (demo) => demo }: Wanted,
): Promise<Order> => {
  const { documents, archiveUrl } = context.mintContext(payload)
  const [global, demo] = await Promise.all([documents.terminal(), documents.anyDemo(id)])
  const archive = await documents.archive(demo.archive)
  const grant = grantFor(demo, archive, global, archiveUrl(archive.id))
  const token = await context.grants.archiveToken(archive.id, TRIAL_TOKEN_TTL_S)
  const tried = change(grant.demo)
  return { action, demo: tried, archive: { ...grant.archive, token }, limits: grant.limits }
}
