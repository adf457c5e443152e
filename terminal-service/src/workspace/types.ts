// What the rest of the service knows of prepared projects.
import type { SessionGrant, Stage } from '@shellfolio/protocol'

/** A project that may be copied into a sandbox until it is released. */
export type Lease = {
  /** Folder with `home/`, `tmp/` and `shm/`; nobody writes there. */
  template: string
  release: () => void
}

/** What is known of making one project. */
export type BuildReport = {
  ok: boolean
  /** Content address: hash of archive, build command and toolchain. */
  key: string
  /** It was there already, or is known to have failed a moment ago. */
  cached: boolean
  /** How long making it took, milliseconds; of a cached one as well. */
  ms: number
  /** Files of the result. */
  bytes: number
  /** Tail of what the build printed, as it was printed. */
  log: string
  /** Why it failed, a sentence for the owner. */
  reason?: string
}

/** That a project was made, or was not: once each time, whoever asked for it and however many did. */
export type Made = {
  /** Of whoever asked first. */
  demo: string
  key: string
  outcome: 'ok' | WorkspaceError['reason'] | 'interrupted' | 'error'
  ms: number
  /** Files of the result. */
  bytes: number
}

type Order = Pick<SessionGrant, 'archive' | 'demo'>

/**
 * Whoever asks for a project that is being made waits for the same making. It always runs to its end, which its own limits
 * bound, even if everybody who waited is gone: who closes a tab and opens it again does not start from nothing.
 */
export type WorkspaceStore = {
  readonly stats: { workspaces: number; bytes: number; making: number }
  /** Keys of at most `max` projects, the most recently used first. */
  recent: (max: number) => string[]
  /**
   * The project of a grant, unpacked and built; `onStage` hears what takes time. `signal` ends the waiting alone.
   * @throws {WorkspaceError} with a message for the visitor
   */
  acquire: (order: Order, onStage: (stage: Stage) => void, signal?: AbortSignal) => Promise<Lease>
  /** Makes a project without using it. A project that cannot be made is a report, not an error. */
  build: (order: Order, onStage: (stage: Stage) => void) => Promise<BuildReport>
  /** Waits for what is being prepared; nothing more is taken on. Another process may have the folder then. */
  dispose: () => Promise<void>
}

/** A project that cannot be prepared. `message` is shown to the visitor. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError'
  readonly reason: 'archive-failed' | 'build-failed'
  /** The message without what a build printed. */
  readonly summary: string
  readonly log: string

  constructor(
    reason: WorkspaceError['reason'],
    summary: string,
    { log = '', ...options }: ErrorOptions & { log?: string } = {},
  ) {
    super(`${log.trimEnd()}\n${summary}`.trim(), options)
    this.reason = reason
    this.summary = summary
    this.log = log
  }
}
