// Owner of every session of this process: who may begin or join one, how many there are, and their common end.
import type { SessionGrant } from '@shellfolio/protocol'
import type { WebSocket } from 'ws'
import { ServiceError } from '../errors.ts'
import type { SessionDirectory, SessionInfo } from './directory.ts'
import type { PastSession } from './ledger.ts'
import { Session, type SessionParts } from './session.ts'

export type SessionsOptions = {
  capacity: number
  partsOf: (grant: SessionGrant) => SessionParts
  onStarted: (grant: SessionGrant) => void
  onEnded: (past: PastSession) => void
}

const DRAINING = 'This server is about to restart. Your session goes on until then.'

export class Sessions implements SessionDirectory {
  readonly #options: SessionsOptions
  readonly #sessions = new Map<string, Session>()
  /** Upgrades that are being answered: they count, or a burst would exceed the capacity. */
  readonly #opening = new Set<string>()
  #isDraining = false

  constructor(options: SessionsOptions) {
    this.#options = options
  }

  get count(): number {
    return this.#sessions.size
  }

  get capacity(): number {
    return this.#options.capacity
  }

  get isDraining(): boolean {
    return this.#isDraining
  }

  /** Keeps a place until `settle` is called. @throws {ServiceError} when the grant cannot be honoured */
  admit({ sid, role, attach }: SessionGrant): { settle: () => void } {
    const isKnown = this.#sessions.get(sid)?.isOver === false
    if (attach || role === 'observer') {
      if (!isKnown) throw new ServiceError('not-found', 'no such session')
      return { settle: () => undefined }
    }
    if (this.#isDraining) throw new ServiceError('service-unavailable', 'draining')
    if (this.#sessions.has(sid) || this.#opening.has(sid)) {
      throw new ServiceError('bad-request', 'the session exists already')
    }
    if (this.count + this.#opening.size >= this.capacity) {
      throw new ServiceError('terminal-full', 'full')
    }
    this.#opening.add(sid)
    return { settle: () => this.#opening.delete(sid) }
  }

  /** Takes over the socket of an admitted grant. */
  join(grant: SessionGrant, socket: WebSocket): void {
    const { sid, role } = grant
    const known = this.#sessions.get(sid)
    if (known) known.join(socket, role)
    else if (grant.attach || role === 'observer') socket.terminate()
    else this.#begin(grant).join(socket, role)
  }

  list(): SessionInfo[] {
    return [...this.#sessions.values()].map((session) => session.info())
  }

  end(sid: string): boolean {
    const session = this.#sessions.get(sid)
    session?.end('killed')
    return session !== undefined
  }

  /** The operator's words are no alarm of ours. */
  notify(sid: string, text: string): boolean {
    const session = this.#sessions.get(sid)
    if (!session || session.isOver) return false
    session.notify(text, 'info')
    return true
  }

  drain(): void {
    if (this.#isDraining) return
    this.#isDraining = true
    for (const session of this.#sessions.values()) session.notify(DRAINING, 'warning')
  }

  /** Refuses new ones, ends those that run, and resolves when nothing of them is left. */
  async close(): Promise<void> {
    this.#isDraining = true
    const ended = [...this.#sessions.values()].map((session) => session.ended)
    for (const session of this.#sessions.values()) session.end('shutdown')
    await Promise.all(ended)
  }

  #begin(grant: SessionGrant): Session {
    const session = new Session(this.#options.partsOf(grant))
    this.#sessions.set(grant.sid, session)
    this.#options.onStarted(grant)
    session.ended.then((past) => {
      this.#sessions.delete(grant.sid)
      this.#options.onEnded(past)
    })
    return session
  }
}
