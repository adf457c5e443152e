// The vocabulary of a session: what can happen to it, and what it can ask of the world.
import type {
  ClientFrame,
  CloseCode,
  Exit,
  ExitReason,
  Role,
  ServerFrame,
  SessionGrant,
  Stage,
  TermEvent,
} from '@shellfolio/protocol'
import type { SandboxExit } from '../sandbox/types.ts'

/** One browser at a session; numbers are never used again in a session. */
export type ViewerId = number

export type SessionFacts = {
  sid: string
  /** Changes with every start of the service: offsets of another epoch mean nothing. */
  epoch: string
  limits: Pick<SessionGrant['limits'], 'idleS' | 'maxS' | 'graceS'>
  /** Shown before the first prompt. */
  welcome: Uint8Array
}

export type Timer =
  | `hello-${ViewerId}`
  | 'start'
  | 'flush'
  | 'resize'
  | 'inputAck'
  | 'life'
  | 'drain'
  | 'grace'
  | 'silence'
  | 'budget'
  | 'observe'

export type SessionEvent =
  /** A socket with a grant for this session is open. */
  | { on: 'joined'; viewer: ViewerId; role: Role }
  | { on: 'frame'; viewer: ViewerId; frame: ClientFrame }
  /** Something that is no frame came, or a WebSocket ping: it counts for the rate, too. */
  | { on: 'broken'; viewer: ViewerId; code: CloseCode }
  | { on: 'ping'; viewer: ViewerId }
  | { on: 'lost'; viewer: ViewerId }
  /** More, or no longer more, waits in the socket than the network takes. */
  | { on: 'clogged'; viewer: ViewerId; is: boolean }
  /** The screen as it was at `position` of the output. */
  | { on: 'snapshot'; viewer: ViewerId; position: number; data: Uint8Array }
  /** The project is being prepared. */
  | { on: 'stage'; stage: Stage }
  /** The program runs on its terminal. */
  | { on: 'ready' }
  | { on: 'failed'; reason: ExitReason; detail: string }
  | { on: 'output'; data: Uint8Array }
  /** The program has ended and all its output was reported, or it was killed. */
  | { on: 'exited'; exit: SandboxExit }
  /** The program does not read what is typed. */
  | { on: 'overflow' }
  | { on: 'timer'; timer: Timer }
  /** News for everybody who looks on. */
  | { on: 'news'; event: TermEvent }
  /** The service ends the session. */
  | { on: 'end'; reason: 'shutdown' | 'killed' }

export type Effect =
  | { do: 'send'; to: ViewerId; frame: ServerFrame }
  /** The browser's part is over. `code` is absent when its socket is gone already. */
  | { do: 'part'; from: ViewerId; code?: CloseCode }
  | { do: 'start'; cols: number; rows: number }
  /** End the program and start it anew; nothing more is heard of the old one. */
  | { do: 'restart'; cols: number; rows: number }
  | { do: 'write'; data: Uint8Array }
  | { do: 'resize'; cols: number; rows: number }
  | { do: 'pause' }
  | { do: 'resume' }
  | { do: 'kill' }
  | { do: 'timer'; timer: Timer; ms: number }
  /** Answer with `snapshot`: what a terminal of that size shows after `data`, which ends at `position`. */
  | {
      do: 'snapshot'
      for: ViewerId
      position: number
      cols: number
      rows: number
      data: Uint8Array
    }
  /** The last effect of a session, once: everything it owns is to be disposed of. */
  | { do: 'over'; reason: ExitReason }

export type Ending = Pick<Exit, 'reason' | 'code' | 'signal' | 'detail'>

/**
 * `greeting` waits for HELLO, `starting` for the program; `live` and `detached` differ by the controller's presence;
 * `restarting` waits for the new program, `ending` for the program's death, `draining` for the browser to parse the last
 * output. From `closed` nothing leads on.
 */
export type State =
  | { name: 'greeting' }
  | { name: 'starting' }
  | { name: 'live' }
  | { name: 'detached' }
  | { name: 'restarting' }
  | { name: 'ending'; ending: Ending }
  | { name: 'draining'; ending: Ending }
  | { name: 'closed' }
