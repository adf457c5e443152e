// Where a terminal is in its life, and what the visitor is told there. Pure.
import {
  type Exit,
  type ExitReason,
  isProblemCode,
  PROBLEMS,
  type ProblemCode,
  type Stage,
} from '@shellfolio/protocol'
import type { Phase } from './terminal-state.ts'

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

export const STARTING: Phase = { state: 'starting', message: 'Connected. Preparing …' }
export const RUNNING: Phase = { state: 'running', message: 'The terminal is ready.' }

export const stagePhase = (stage: Stage): Phase => ({
  state: 'starting',
  message: STAGE_MESSAGES[stage],
})

export const ended = (message: string): Phase => ({ state: 'ended', message })

/** What is shown after the last message of a session. */
export const exitPhase = ({ reason, code, detail }: Exit): Phase => {
  const message =
    reason === 'exit' && code !== null && code !== 0
      ? `The shell has ended with status ${code}.`
      : REASONS[reason]
  const state = FAILURES.includes(reason) ? 'failed' : 'ended'
  return { state, message, ...(detail ? { detail } : {}) }
}

/** The sentence for an error answer of the server, whatever its body is. */
export const problemMessage = (body: unknown): string => {
  const code = (body as { code?: unknown } | null)?.code
  return isProblemCode(code) ? PROBLEMS[code as ProblemCode].title : PROBLEMS.internal.title
}
