// The states of the element, apart from everything that needs the protocol, so that the page's first script stays small.

/**
 * `unavailable`: the server said why it has no terminal now. `failed`: something broke. `running` is the live terminal;
 * `reconnecting` is one whose connection is lost while its session waits.
 */
export type TerminalState =
  | 'idle'
  | 'connecting'
  | 'queued'
  | 'running'
  | 'reconnecting'
  | 'ended'
  | 'unavailable'
  | 'failed'

/** What `connecting` is at: the ticket, the WebSocket, then what the service does before the prompt. */
export type LaunchStage = 'asking' | 'connecting' | 'archive' | 'build' | 'sandbox'

/** `message`: one sentence for people. `detail`: text of a failed build and the like. */
export type Phase = {
  state: TerminalState
  message: string
  detail?: string
  stage?: LaunchStage
  /** In `queued`: 1 is next; seconds until then, once the server can tell. */
  position?: number
  estimateS?: number
  /** Why it ended: a reason of the session's, or `cancelled`, `left`, `lost`, `gone`, or the close code's name. */
  reason?: string
  /** The time limit is near, and `extend()` moves it. */
  canExtend?: boolean
  /** How many other people look on, if any do. */
  others?: number
  /** What the session prints is kept for the owner of the site. Known from the ticket on, before the first prompt. */
  isRecorded?: boolean
  /** Id of the session that is recorded, for an owner who saves it. */
  session?: string
}

export const IDLE: Phase = { state: 'idle', message: '' }
export const ASKING: Phase = {
  state: 'connecting',
  stage: 'asking',
  message: 'Asking for a terminal …',
}

export const failed = (message: string): Phase => ({ state: 'failed', message })

export const isOver = ({ state }: Phase): boolean =>
  state === 'failed' || state === 'ended' || state === 'unavailable'
