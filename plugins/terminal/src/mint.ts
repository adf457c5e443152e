// From "this visitor wants that demo" to a ticket. Every reason to refuse is checked here, before anything is promised.
import { randomBytes } from 'node:crypto'
import { demoClaims, jsonBytes } from './demo-claims.ts'
import type { ArchiveDocument, DemoDocument, Documents, TerminalGlobal } from './documents.ts'
import { Refusal } from './errors.ts'
import type { Health } from './health.ts'
import { MAX_CLAIMS_BYTES, TICKET_TTL_S } from './limits.ts'
import { sessionLimits } from './session-limits.ts'
import type { TerminalState } from './state.ts'
import type { TicketRecord } from './tickets/store.ts'
import { hashTicket, mintTicket } from './tickets/ticket.ts'

export type Visitor = { origin: string; addressHash: string }

/** What is wanted: the demo of a project, or a demo. */
export type Wanted = { project: string } | { demo: string }

export type MintContext = {
  documents: Documents
  health: Health
  state: TerminalState
  /** Address of an archive as the service reaches it. */
  archiveUrl: (archiveId: string) => string
}

const grantFor = (
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

/** Why no session can begin now, if so. */
export const assertRoom = (
  { sessions }: TerminalState,
  global: Pick<TerminalGlobal, 'capacity' | 'maxSessionsPerAddress'>,
  { addressHash, demo, perDemo }: { addressHash: string; demo: string; perDemo: number },
): void => {
  const { capacity, maxSessionsPerAddress: perAddress } = global
  const occupancy = sessions.check({ addressHash, demo }, { capacity, perAddress, perDemo })
  if (occupancy === 'full') throw new Refusal('terminal-full')
  if (occupancy === 'address-full') {
    const detail = 'Too many terminals are open from here. End one of them first.'
    throw new Refusal('rate-limited', { detail })
  }
}

/** A ticket for one session. @throws {Refusal} */
export const mintFor = async (
  { documents, health, state, archiveUrl }: MintContext,
  { origin, addressHash }: Visitor,
  wanted: Wanted,
): Promise<string> => {
  const global = await documents.terminal()
  if (!global.enabled) throw new Refusal('terminal-disabled')
  const demo = await ('demo' in wanted
    ? documents.demo(wanted.demo)
    : documents.demoOfProject(wanted.project))
  const archive = await documents.archive(demo.archive)
  const demoSessions = demo.maxSessions ?? global.capacity
  assertRoom(state, global, { addressHash, demo: demo.id, perDemo: demoSessions })
  const unavailable = await health.check()
  if (unavailable) throw new Refusal(unavailable)

  const grant = grantFor(demo, archive, global, archiveUrl(archive.id))
  if (jsonBytes(grant) > MAX_CLAIMS_BYTES) {
    throw new Refusal('internal', { detail: 'The demo has more text than a session can carry.' })
  }
  const ticket = mintTicket()
  const record = { origin, addressHash, demoSessions, grant, archiveId: archive.id }
  await state.tickets.put(hashTicket(ticket), record, TICKET_TTL_S).catch(() => {
    throw new Refusal('service-unavailable')
  })
  return ticket
}
