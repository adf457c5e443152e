// What the rest of the service knows of prepared projects.
import type { SessionGrant, Stage } from '@shellfolio/protocol'

/** A project that may be copied into a sandbox until it is released. */
export type Lease = {
  /** Folder with `home/`, `tmp/` and `shm/`. */
  template: string
  release: () => void
}

export type WorkspaceStore = {
  /**
   * The project of a grant, unpacked and built; `onStage` hears what takes time.
   * @throws {WorkspaceError} with a message for the visitor
   */
  acquire: (
    grant: Pick<SessionGrant, 'archive' | 'demo'>,
    onStage: (stage: Stage) => void,
  ) => Promise<Lease>
  /** Waits for what is being prepared; nothing more is taken on. */
  dispose: () => Promise<void>
}

/** A project that cannot be prepared. `message` is shown to the visitor. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError'
  readonly reason: 'archive-failed' | 'build-failed'

  constructor(reason: WorkspaceError['reason'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
