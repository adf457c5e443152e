// From "this visitor wants that demo" to a ticket. Every reason to refuse is checked here, before anything is promised.
import { randomBytes } from 'node:crypto'
import type { LaunchTicket } from '@shellfolio/protocol'
import { workspaceKey } from '@shellfolio/protocol/workspace-key'
import { demoClaims, jsonBytes } from './demo-claims.ts'
import type { ArchiveDocument, DemoDocument, Documents, TerminalGlobal } from './documents.ts'
import { Refusal } from './errors.ts'
import { book } from './fleet/book.ts'
import { MAX_CLAIMS_BYTES, TICKET_TTL_S } from './limits.ts'
import type { Operator } from './operators/operator.ts'
import type { RecordingKind } from './recordings/collection.ts'
import type { PendingRecordings } from './recordings/pending.ts'
import { sessionLimits } from './session-limits.ts'
import type { WatchedState } from './state.ts'
import { hashSessionKey, mintSessionKey } from './tickets/session-key.ts'
import type { TicketRecord } from './tickets/store.ts'
import { hashTicket, mintTicket } from './tickets/ticket.ts'
import type { Permissions } from './watch/permissions.ts'

export type Visitor = {
  origin: string
  addressHash: string
  /** Two letters, where the host knows them. */
  country?: string | undefined
}

/** What is wanted: the demo of a project, or a demo. */
export type Wanted = { project: string } | { demo: string }

export type MintContext = {
  documents: Documents
  permissions: Permissions
  pending: PendingRecordings
  state: WatchedState
  /** WebSocket on which tickets are used. */
  publicUrl: string
  /** Address of an archive as the service reaches it. */
  archiveUrl: (archiveId: string) => string
}

/** What the store cannot promise is refused. */
export const unavailable = (): never => {
  throw new Refusal('service-unavailable')
}

/** What a session of `demo` would be. */
export const grantFor = (
  demo: DemoDocument,
  archive: ArchiveDocument,
  { defaults }: TerminalGlobal,
  url: string,
): TicketRecord['grant'] => ({
  sid: randomBytes(16).toString('base64url'),
  role: 'controller',
  attach: false,
  record: false,
  demo: demoClaims(demo),
  archive: { url, sha256: archive.sha256, bytes: archive.filesize, format: archive.format },
  limits: sessionLimits(demo.limits, defaults),
})

const demoOf = async ({ documents, permissions }: MintContext, wanted: Wanted) => {
  if ('project' in wanted) return documents.demoOfProject(wanted.project)
  const demo = await documents.demo(wanted.demo)
  // The watcher would end it: what no visitor can see is not launched by its id either.
  if (!(await permissions.shown([demo.id])).has(demo.id)) throw new Refusal('demo-not-found')
  return demo
}

const enabledTerminal = async ({ documents }: MintContext): Promise<TerminalGlobal> => {
  const global = await documents.terminal()
  if (!global.enabled) throw new Refusal('terminal-disabled')
  return global
}

/** @throws {Refusal} for what no waiting can mend: terminals that are switched off, a demo that is not there */
const wantedDemo = async (context: MintContext, wanted: Wanted) => {
  const global = await enabledTerminal(context)
  return { global, demo: await demoOf(context, wanted) }
}

/** @throws {Refusal} as a launch would, room aside */
export const checkWanted = async (context: MintContext, wanted: Wanted): Promise<void> => {
  await wantedDemo(context, wanted)
}

/** A ticket that stands for `record`. @throws {Refusal} */
export const issueTicket = async (
  { state, publicUrl }: Pick<MintContext, 'state' | 'publicUrl'>,
  record: TicketRecord,
  key: string,
): Promise<LaunchTicket> => {
  const ticket = mintTicket()
  await state.tickets.put(hashTicket(ticket), record, TICKET_TTL_S).catch(unavailable)
  const { sid, limits, record: isRecorded } = record.grant
  const { idleS, maxS } = limits
  return {
    ticket,
    url: publicUrl,
    expiresInS: TICKET_TTL_S,
    session: sid,
    key,
    limits: { idleS, maxS },
    ...(isRecorded ? { recorded: true } : {}),
  }
}

/** `recording`: what the session is recorded for; absent when it is not. */
type Plan = {
  global: TerminalGlobal
  demo: DemoDocument
  recording?: RecordingKind
  /** Whose login the session's sockets depend on; absent for visitors. */
  operator?: Operator
}

/**
 * A ticket for a new session, and its place.
 * @throws {Refusal} `terminal-full` when there is no place, in all, for this demo, or on any service
 */
const mintSession = async (
  context: MintContext,
  { origin, addressHash, country }: Visitor,
  { global, demo, recording, operator }: Plan,
): Promise<LaunchTicket> => {
  const { documents, state, archiveUrl } = context
  const archive = await documents.archive(demo.archive)

  const plain = grantFor(demo, archive, global, archiveUrl(archive.id))
  const grant = { ...plain, record: recording !== undefined }
  if (jsonBytes(grant) > MAX_CLAIMS_BYTES) {
    throw new Refusal('internal', { detail: 'The demo has more text than a session can carry.' })
  }
  const { sid } = grant
  const key = mintSessionKey()
  const resume = { grant, archiveId: archive.id }
  const keyHash = hashSessionKey(key)
  const startedAtMs = Date.now()
  const by = operator ? { by: 'operator' as const, operator } : {}
  const service = await book({
    fleet: state.fleet,
    sessions: state.sessions,
    workspace: workspaceKey(grant),
    record: { sid, demo: demo.id, addressHash, country, keyHash, startedAtMs, resume, ...by },
    limits: {
      capacity: global.capacity,
      perAddress: global.maxSessionsPerAddress,
      perDemo: demo.maxSessions ?? global.capacity,
    },
  })
  state.watcher.wake()
  try {
    const ticket = { origin, addressHash, service, operator, recording, ...resume }
    return await issueTicket(context, ticket, key)
  } catch (error) {
    await state.sessions.release(sid).catch(() => undefined)
    throw error
  }
}

/** For a visitor; recorded while the owner wants that. @throws {Refusal} as {@link mintSession}, or `demo-not-found` */
export const mintFor = async (
  context: MintContext,
  visitor: Visitor,
  wanted: Wanted,
): Promise<LaunchTicket> => {
  const { global, demo } = await wantedDemo(context, wanted)
  const recording = global.replay.enabled ? { recording: 'replay' as const } : {}
  return mintSession(context, visitor, { global, demo, ...recording })
}

/** For an operator who records the demo as it is saved, whether visitors may run it or not. @throws {Refusal} the same */
export const mintDemoRecording = async (
  context: MintContext,
  visitor: Visitor,
  { demo: demoId, operator }: { demo: string; operator: Operator },
): Promise<LaunchTicket> => {
  const { documents } = context
  const global = await enabledTerminal(context)
  const demo = await documents.anyDemo(demoId)
  return mintSession(context, visitor, { global, demo, recording: 'demo', operator })
}
