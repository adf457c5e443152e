// What a ticket stands for, and where tickets wait to be used once.
import type { SessionGrant } from '@shellfolio/protocol'
import type { Operator } from '../operators/operator.ts'
import type { RecordingKind } from '../recordings/collection.ts'

/** What the server remembers of a ticket; the ticket itself is never stored. */
export type TicketRecord = {
  /** Origin of the page that asked for it. */
  origin: string
  /** Keyed hash of the visitor's address. */
  addressHash: string
  /** The session, to be started or, with `attach`, to be joined; its archive token is signed when the ticket is used. */
  grant: Omit<SessionGrant, 'archive'> & { archive: Omit<SessionGrant['archive'], 'token'> }
  /** Origin of the service on which the session runs, or will. */
  service: string
  /** Id of the archive document. */
  archiveId: string
  /** Whose login the ticket, and then its socket, depends on; absent for visitors. */
  operator?: Operator | undefined
  /** What the session that it starts is recorded for; absent when it is not, or is to be joined. */
  recording?: RecordingKind | undefined
}

export type TicketStore = {
  /** Keeps `record` under `hash` for `ttlS` seconds. */
  put: (hash: string, record: TicketRecord, ttlS: number) => Promise<void>
  /** Takes the record out; of any number of callers with one hash, exactly one gets it. */
  take: (hash: string) => Promise<TicketRecord | undefined>
  /** Lets go of connections. */
  close: () => Promise<void>
}
