// The way back into a session that runs: a ticket whose grant joins it instead of starting one.
import type { LaunchTicket } from '@shellfolio/protocol'
import { Refusal } from './errors.ts'
import { isRunning } from './is-running.ts'
import { issueTicket, type MintContext, unavailable, type Visitor } from './mint.ts'
import { isSessionKey } from './tickets/session-key.ts'

/** `key`: what the launch answered with. */
export type WayBack = { session: string; key: string }

/**
 * A ticket for the session, if it runs and the key is its own.
 * @throws {Refusal} `session-gone`, in the same words for an unknown session and for a wrong key
 */
export const resumeFor = async (
  context: MintContext,
  { origin, addressHash }: Visitor,
  { session, key }: WayBack,
): Promise<LaunchTicket> => {
  const { documents, permissions, state } = context
  const { enabled } = await documents.terminal()
  if (!enabled) throw new Refusal('terminal-disabled')
  const record = await state.sessions.find(session).catch(unavailable)
  const isTheirs = isSessionKey(key, record?.keyHash)
  if (!record || !isTheirs) throw new Refusal('session-gone')

  const runs = await isRunning(state, record)
  const isOperators = record.by === 'operator'
  const mayRun = runs && (isOperators || (await permissions.shown([record.demo])).has(record.demo))
  if (!mayRun) throw new Refusal('session-gone')

  const { service, operator } = record
  const { grant, archiveId } = record.resume
  const joining = { ...grant, attach: true }
  const ticket = { origin, addressHash, service, archiveId, grant: joining, operator }
  return issueTicket(context, ticket, key)
}
