// What the HTTP endpoints know of the sessions of this process: how many, which, and how to end them.
import type { SandboxUsage } from '../sandbox/types.ts'

export const SESSION_STATES = ['starting', 'live', 'detached', 'ending'] as const
export type SessionState = (typeof SESSION_STATES)[number]

/** One session as an operator sees it: no keystroke, no output, no address. */
export type SessionInfo = {
  sid: string
  demoId: string
  title: string
  state: SessionState
  /** ISO 8601. */
  startedAt: string
  idleMs: number
  viewers: number
  bytesIn: number
  bytesOut: number
  usage?: SandboxUsage
  recording: boolean
}

export type SessionDirectory = {
  readonly count: number
  readonly capacity: number
  list: () => SessionInfo[]
  /** `false` when there is no such session. */
  end: (sid: string) => boolean
  /** Shows a line to everybody at the session; `false` when there is no such session. */
  notify: (sid: string, text: string) => boolean
  /** No new sessions from now on; those that run are told and go on. Idempotent. */
  drain: () => void
  readonly isDraining: boolean
}
