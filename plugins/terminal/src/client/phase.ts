// Where a terminal is in its life, and what the visitor is told there. Pure.
import {
  closeMessage,
  closeName,
  type Exit,
  type ExitReason,
  isProblemCode,
  PROBLEMS,
  type ProblemCode,
  type QueuePosition,
  type Stage,
} from '@shellfolio/protocol'
import { failed, type Phase } from './terminal-state.ts'

const STAGE_MESSAGES: Record<Stage, string> = {
  archive: 'Fetching the project …',
  build: 'Building the project …',
  sandbox: 'Starting its sandbox …',
}

const REASONS: Record<ExitReason, string> = {
  exit: 'The shell has ended.',
  closed: 'You ended the session.',
  idle: 'The session was closed because nothing was typed for too long.',
  'hard-limit': 'The session has reached its time limit.',
  memory: 'The session was ended: it used more memory than it may.',
  cpu: 'The session was ended: it used more processor time than it may.',
  output: 'The session was ended: it printed more than it may.',
  'archive-failed': 'The project could not be fetched.',
  'build-failed': 'The project could not be built.',
  'sandbox-failed': 'The sandbox could not be started.',
  shutdown: 'The server is restarting. Launch again in a moment.',
  killed: 'The session was ended by the server.',
  abandoned: 'Nobody came back.',
  violation: 'The session was ended by the server.',
}

const FAILURES: readonly ExitReason[] = ['archive-failed', 'build-failed', 'sandbox-failed']

export const CONNECTING: Phase = {
  state: 'connecting',
  stage: 'connecting',
  message: 'Connecting …',
}
export const STARTING: Phase = { ...CONNECTING, message: 'Connected. Preparing …' }
export const RUNNING: Phase = { state: 'running', message: 'The terminal is ready.' }
export const RETURNED: Phase = { state: 'running', message: 'The connection is back.' }
export const WATCHING: Phase = { state: 'running', message: 'You are looking on.' }
export const RECONNECTING: Phase = {
  state: 'reconnecting',
  message: 'The connection was lost. Coming back …',
}

const ended = (reason: string, message: string): Phase => ({ state: 'ended', reason, message })

export const CLOSED = ended('closed', REASONS.closed)
export const CANCELLED = ended('cancelled', 'The launch was cancelled.')
export const LEFT = ended('left', 'The session ended when you left the page.')
export const LOST = ended('lost', 'The connection was lost and did not come back in time.')
export const GONE = ended('gone', PROBLEMS['session-gone'].title)
export const UNREACHABLE = failed(
  'The terminal could not be reached. Check your connection and try again.',
)

export const stagePhase = (stage: Stage): Phase => ({
  state: 'connecting',
  stage,
  message: STAGE_MESSAGES[stage],
})

/** What is shown after the last message of a session. */
export const exitPhase = ({ reason, code, detail }: Exit): Phase => {
  const message =
    reason === 'exit' && code !== null && code !== 0
      ? `The shell has ended with status ${code}.`
      : REASONS[reason]
  const state = FAILURES.includes(reason) ? 'failed' : 'ended'
  return { state, reason, message, ...(detail ? { detail } : {}) }
}

const ENDINGS: readonly (string | undefined)[] = [
  'ended',
  'replaced',
  'sessionOver',
  'unknownSession',
]

/** What is shown when the connection was closed for good, without a last message. */
export const closePhase = (code: number): Phase => {
  const name = closeName(code)
  const message = closeMessage(code)
  return name && ENDINGS.includes(name) ? ended(name, message) : failed(message)
}

const inWords = (seconds: number): string => {
  if (seconds < 55) return `about ${Math.max(10, Math.ceil(seconds / 10) * 10)} seconds`
  const minutes = Math.max(1, Math.round(seconds / 60))
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`
}

export const queuedPhase = ({ position, estimateS }: QueuePosition): Phase => {
  const where = position <= 1 ? 'You are next' : `You are number ${position} in line`
  const when = estimateS === undefined ? '' : `, in ${inWords(estimateS)}`
  return {
    state: 'queued',
    message: `Every terminal is in use. ${where}${when}.`,
    position,
    ...(estimateS === undefined ? {} : { estimateS }),
  }
}

const BUSY = 'The server is not available right now. Try again in a moment.'

/** The code in an error answer of the server, whatever its body is. */
export const problemOf = (body: unknown): ProblemCode | undefined => {
  const code = (body as { code?: unknown } | null)?.code
  return isProblemCode(code) ? code : undefined
}

/** For an answer that is no problem of ours, as a proxy's, `code` is `undefined`. */
export const refusedPhase = (code: ProblemCode | undefined): Phase => {
  if (!code) return failed(BUSY)
  const { status, title } = PROBLEMS[code]
  return { state: status === 503 ? 'unavailable' : 'failed', message: title, reason: code }
}
