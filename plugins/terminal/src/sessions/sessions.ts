// Which sessions hold a place: in all, per address and per demo. A place is a lease, so what nobody sees any more is gone.
import type { Operator } from '../operators/operator.ts'
import type { TicketRecord } from '../tickets/store.ts'

export type SessionLimits = {
  /** Sessions in all. */
  capacity: number
  perAddress: number
  perDemo: number
  /** Sessions on the service that was chosen. */
  perService: number
}

/** What is needed to let a browser come back: as kept of its first ticket, without the archive's token. */
export type ResumeMaterial = Pick<TicketRecord, 'grant' | 'archiveId'>

export type SessionRecord = {
  sid: string
  /** Id of the demo document. */
  demo: string
  /** Origin of the service on which it runs. */
  service: string
  /** Keyed hash of the address that launched it, for the count; its browser may come back from another one. */
  addressHash: string
  /** Two letters, where the host knows them. */
  country?: string | undefined
  /** SHA-256 of the browser's key to this session. */
  keyHash: string
  /** Wall clock of who reserved, milliseconds. */
  startedAtMs: number
  resume: ResumeMaterial
  /** Started from the admin: its demo need not be one that visitors can see. Absent for visitors. */
  by?: 'operator'
  /** Whose login its sockets depend on, with `by`. */
  operator?: Operator | undefined
}

/** A place as lists show it. */
export type SessionSummary = Pick<
  SessionRecord,
  'sid' | 'demo' | 'service' | 'addressHash' | 'country' | 'startedAtMs' | 'by'
> & {
  /** Milliseconds since its first ticket was used, by the store's clock; absent while that ticket waits. */
  begunForMs?: number
}

/** `full`: no place in all, or none for this demo; `service-full`: none on this service. */
export type Reservation = 'reserved' | 'full' | 'service-full' | 'address-full'

/** A session that had begun and is over: `lastedMs` from its first ticket's use to its release or last sight. */
export type SessionEnd = { atMs: number; lastedMs: number }

/** Every method rejects when the store does not answer; nothing is granted then. */
export type Sessions = {
  /**
   * Takes a place for the life of a ticket, `RESERVATION_TTL_S`: atomic, whoever asks at the same time. `begin` or
   * `release` decides what becomes of it; without either it lapses. An address that has as many as it may gets the place
   * of its own oldest ticket for the same demo that nobody has used: a page that was reloaded left that one behind.
   */
  reserve: (record: SessionRecord, limits: SessionLimits) => Promise<Reservation>
  /** The ticket was used: from now on the place is a lease of `LEASE_TTL_S`. `false`: the place has lapsed. */
  begin: (sid: string) => Promise<boolean>
  find: (sid: string) => Promise<SessionRecord | undefined>
  /**
   * Extends the leases of sessions that have begun to `LEASE_TTL_S` from now, of one that has lapsed unnoticed as well;
   * unknown ids are ignored.
   */
  seen: (sids: readonly string[]) => Promise<void>
  /** Gives the place back. Does nothing when it is gone already. */
  release: (sid: string) => Promise<void>
  list: () => Promise<SessionSummary[]>
  /** How many sessions that have begun each service has. Sweeps nothing: what lapsed in an outage may still be seen. */
  onServices: () => Promise<ReadonlyMap<string, number>>
  /** Places that are taken, those of waiting tickets included. */
  count: () => Promise<number>
  /** The latest first, at most `MAX_RECENT_ENDS`. */
  recentEnds: () => Promise<SessionEnd[]>
  /**
   * Calls `listener` soon after a place became free in any replica, and when that could have been missed; the function
   * returned stops it. A lapsed lease is noticed by the next call of any other method.
   */
  onFreed: (listener: () => void) => () => void
  /** Lets go of listeners and of connections that it owns. */
  close: () => Promise<void>
}
