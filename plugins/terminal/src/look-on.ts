// A ticket with which an operator looks on at a session that runs, without a say in it.
import type { LaunchTicket } from '@shellfolio/protocol'
import { Refusal } from './errors.ts'
import { isRunning } from './is-running.ts'
import { issueTicket, type MintContext, unavailable, type Visitor } from './mint.ts'
import type { Operator } from './operators/operator.ts'
import { mintSessionKey } from './tickets/session-key.ts'

/**
 * The grant is what the session was started with, as an observer's. It takes no place: the session has its own.
 * @throws {Refusal} `session-gone` when it does not run, or nothing is known of it
 */
export const lookOnFor = async (
  context: MintContext,
  { origin, addressHash }: Visitor,
  { session, operator }: { session: string; operator: Operator },
): Promise<LaunchTicket> => {
  const { state } = context
  const record = await state.sessions.find(session).catch(unavailable)
  if (!record || !(await isRunning(state, record))) throw new Refusal('session-gone')
  const { service } = record
  const { archiveId } = record.resume
  const grant = { ...record.resume.grant, role: 'observer' as const, attach: true, record: false }
  // Nobody keeps the key's hash, so it opens nothing: whoever looks on comes back with another ticket.
  const ticket = { origin, addressHash, service, archiveId, grant, operator }
  return issueTicket(context, ticket, mintSessionKey())
}
