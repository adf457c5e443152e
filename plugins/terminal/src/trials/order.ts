// What the service is asked to try: a demo as it is saved, with its archive and the limits of a session.
import type { ControlGrant } from '@shellfolio/protocol'
import type { Payload } from 'payload'
import type { TerminalContext } from '../context.ts'
import { TRIAL_TOKEN_TTL_S } from '../limits.ts'
import { grantFor } from '../mint.ts'

export type Order = Extract<ControlGrant, { demo: unknown }>

/** @throws {Refusal} `demo-not-found` */
export const orderFor = async (
  context: TerminalContext,
  payload: Payload,
  { action, id }: { action: Order['action']; id: string },
): Promise<Order> => {
  const { documents, archiveUrl } = context.mintContext(payload)
  const [global, demo] = await Promise.all([documents.terminal(), documents.anyDemo(id)])
  const archive = await documents.archive(demo.archive)
  const grant = grantFor(demo, archive, global, archiveUrl(archive.id))
  const token = await context.grants.archiveToken(archive.id, TRIAL_TOKEN_TTL_S)
  return { action, demo: grant.demo, archive: { ...grant.archive, token }, limits: grant.limits }
}
