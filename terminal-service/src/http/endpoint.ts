// What an endpoint is: an address, its methods, what a grant must allow, and how it answers.
import type { ServerResponse } from 'node:http'
import type { ControlGrant, ProblemCode } from '@shellfolio/protocol'
import type { SessionLog } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { RecordingStore } from '../recording/store.ts'
import type { SandboxHost } from '../sandbox/types.ts'
import type { SessionDirectory } from '../session/directory.ts'
import type { EndedSessions } from '../session/ended-sessions.ts'
import type { WorkspaceStore } from '../workspace/types.ts'

export type HttpParts = {
  /** Believes a token once; `undefined` for anything that is not a fresh control grant of our CMS. */
  grants: { takeControl: (token: string) => Promise<ControlGrant | undefined> }
  sandbox: SandboxHost
  workspaces: WorkspaceStore
  sessions: SessionDirectory
  ended: Pick<EndedSessions, 'after'>
  recordings: RecordingStore
  metrics: Metrics
  log: SessionLog
  stateDir: string
  /** Free space where a folder lies; asks the file system unless said. */
  freeBytesOf?: (folder: string) => Promise<number>
  report: (error: unknown) => void
}

export type Exchange = {
  parts: HttpParts
  method: string
  /** Not signed: it may narrow what is answered, never widen it. */
  query: URLSearchParams
  response: ServerResponse
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal
}

type Address = {
  methods: readonly ('GET' | 'HEAD' | 'POST' | 'DELETE')[]
  /** Matches the whole path; its one group, if any, is the id of a session. */
  path: RegExp
}

/** `grant` allows `action`, and names the session of the path if there is one. */
export type GuardedEndpoint = Address & {
  action: ControlGrant['action']
  handle: (exchange: Exchange, grant: ControlGrant) => Promise<void> | void
}

/** Anyone on the internal network may ask. */
export type OpenEndpoint = Address & {
  action?: undefined
  handle: (exchange: Exchange) => Promise<void> | void
}

export type Endpoint = GuardedEndpoint | OpenEndpoint

/** The answer is an error of whoever asked, or of the moment. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ProblemCode
  readonly headers: Record<string, string>

  constructor(code: ProblemCode, headers: Record<string, string> = {}) {
    super(code)
    this.code = code
    this.headers = headers
  }
}
