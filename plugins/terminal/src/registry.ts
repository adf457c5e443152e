// Where the plugin (inside Next's bundle) and the process that owns the sockets (outside it) meet.
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Payload, PayloadRequest } from 'payload'
import type { TerminalOverview } from './overview.ts'
import type { WatchedState } from './state.ts'

/** One authorised browser socket on its way to the relay process. */
export type RelayJob = {
  /** Address of the terminal service's session endpoint, `http://host:port/session`. */
  upstream: string
  /** The browser's Sec-WebSocket-Key; the service answers it, so the relay need not parse WebSockets. */
  key: string
  /** Signed session grant, valid for seconds. */
  grant: string
  /** Aborted when the socket has to end before its time. */
  signal?: AbortSignal
  /** Called once in this process when the socket is closed or could not be joined; the session may go on without it. */
  onEnded?: () => void
}

export type TerminalRegistry = {
  /** Exact path of the public WebSocket. */
  readonly path: string
  /** Set by the plugin each time its configuration is evaluated; answers and ends refused sockets itself. */
  handle?: (request: IncomingMessage, socket: Socket, head: Buffer) => Promise<void>
  /** Set by the plugin once Payload is ready. */
  payload?: Payload
  /** Set by the plugin as `handle` is: what runs now; `undefined` for whoever may not operate terminals. */
  overview?: (req: PayloadRequest) => Promise<TerminalOverview | undefined>
  /** Set by the process: takes the socket out of this process. */
  handOver?: (job: RelayJob, socket: Socket) => void
  /** Set by the process: the address of the visitor, trusted proxies taken into account. */
  clientAddress?: (request: IncomingMessage) => string
  /** Set by the plugin: tickets, rates, sessions and their watcher. `state.close()` when the process ends. */
  state?: WatchedState
}

const KEY = Symbol.for('shellfolio.terminal')
const holder = globalThis as { [KEY]?: TerminalRegistry }

/** The one registry of this process, shared by bundled and unbundled copies of this module. */
export const terminalRegistry = (): TerminalRegistry => {
  holder[KEY] ??= { path: '/terminal/ws' }
  return holder[KEY]
}
