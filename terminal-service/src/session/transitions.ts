// The vocabulary of a session: what can happen to it, and what it can ask of the world.
import type {
  ClientFrame,
  CloseCode,
  Exit,
  ExitReason,
  ServerFrame,
  Stage,
} from '@shellfolio/protocol'
import type { SandboxExit } from '../sandbox/types.ts'

export type Timer = 'hello' | 'start' | 'flush' | 'resize' | 'inputAck' | 'life' | 'drain'

export type SessionEvent =
  | { on: 'connected' }
  | { on: 'frame'; frame: ClientFrame }
  /** Something that is no frame came, or a WebSocket ping: it counts for the rate, too. */
  | { on: 'broken'; code: CloseCode }
  | { on: 'ping' }
  /** The project is being prepared. */
  | { on: 'stage'; stage: Stage }
  /** The program runs on its terminal. */
  | { on: 'ready' }
  | { on: 'failed'; reason: ExitReason; detail: string }
  | { on: 'output'; data: Uint8Array }
  /** The program has ended and all its output was reported, or it was killed. */
  | { on: 'exited'; exit: SandboxExit }
  /** More, or no longer more, waits in the socket than the network takes. */
  | { on: 'clogged'; is: boolean }
  /** The program does not read what is typed. */
  | { on: 'overflow' }
  | { on: 'timer'; timer: Timer }
  /** The service ends the session. */
  | { on: 'end'; reason: 'shutdown' | 'killed' }
  | { on: 'lost' }

export type Effect =
  | { do: 'send'; frame: ServerFrame }
  /** The last effect of a session: everything it owns is to be disposed of. `code` is absent when the socket is gone. */
  | { do: 'close'; code?: CloseCode }
  | { do: 'start'; cols: number; rows: number }
  | { do: 'write'; data: Uint8Array }
  | { do: 'resize'; cols: number; rows: number }
  | { do: 'pause' }
  | { do: 'resume' }
  | { do: 'kill' }
  | { do: 'timer'; timer: Timer; ms: number }

export type Ending = Pick<Exit, 'reason' | 'code' | 'signal' | 'detail'>

/**
 * `greeting` waits for HELLO, `starting` for the program, `ending` for the program's death,
 * `draining` for the browser to parse the last output. From `closed` nothing leads on.
 */
export type State =
  | { name: 'greeting' }
  | { name: 'starting' }
  | { name: 'running' }
  | { name: 'ending'; ending: Ending }
  | { name: 'draining'; ending: Ending }
  | { name: 'closed' }
