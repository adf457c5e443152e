// What the CMS asserts about a session and the service believes: a signed JWT, sent from server to server only.

/** Request header that carries the grant on the upgrade from the CMS to the service. */
export const GRANT_HEADER = 'x-term-grant'
/** `iss`, `aud` values of the JWTs: one for sessions, one for fetching a demo's archive. */
export const GRANT_ISSUER = 'shellfolio-cms'
export const SESSION_AUDIENCE = 'terminal-service'
export const ARCHIVE_AUDIENCE = 'terminal-archive'
/** Path of the session endpoint on the terminal service. */
export const SESSION_PATH = '/session'
/** A grant is worth nothing after this long, in seconds. */
export const GRANT_TTL_S = 10

export const TOOLCHAINS = ['c', 'cpp', 'python', 'node'] as const
export type Toolchain = (typeof TOOLCHAINS)[number]

/** `shell`: a bash. `guided`: a line editor that runs what the demo's rules allow, without any shell. */
export const MODES = ['shell', 'guided'] as const
export type Mode = (typeof MODES)[number]

/** One thing a guided demo lets visitors run: a program, and an RE2 pattern that each whole argument must match. */
export type Rule = { program: string; argument: string }

/** A command that a demo suggests; `expect` is a piece of text that it prints when it works. */
export type Suggestion = { label: string; command: string; expect?: string | undefined }

/** What a sandbox opens beyond the usual: a loopback interface for client and server, ptrace for debuggers. */
export type SandboxFlags = { loopback: boolean; debug: boolean }

/**
 * Claims of a session grant. Sizes in bytes, times in seconds; the service clamps limits to its own maxima.
 * The JWT carries a `jti` of its own: each grant is worth one use, and one session may be joined by several grants.
 */
export type SessionGrant = {
  sid: string
  role: 'controller' | 'observer'
  /** Join the session `sid`, which runs already; otherwise it is started. Observers always join. */
  attach: boolean
  /** Keep an asciicast of the session's output. */
  record: boolean
  demo: {
    id: string
    title: string
    /** Folder inside the project in which the shell starts; relative, `.` for its top. */
    workdir: string
    /** Run once per revision inside a sandbox; empty when nothing has to be built. */
    build: string
    toolchain: Toolchain
    welcome: string
    env: Record<string, string>
    mode: Mode
    /** Empty unless `mode` is `guided`. */
    rules: Rule[]
    commands: Suggestion[]
    flags: SandboxFlags
  }
  archive: {
    /** Internal address from which the service fetches the archive. */
    url: string
    /** Sent as bearer; absent when the address itself is signed, as S3's are: they refuse a second proof. */
    token?: string | undefined
    sha256: string
    bytes: number
    /** `zip` or `tar.gz`, by content. */
    format: 'zip' | 'tar.gz'
  }
  limits: {
    idleS: number
    maxS: number
    /** How long a session without its browser waits for it; 0 ends it at once. */
    graceS: number
    memoryBytes: number
    diskBytes: number
    processes: number
  }
}

/** `aud` of the JWTs with which the CMS controls the service beside its sessions; sent in the same header. */
export const CONTROL_AUDIENCE = 'terminal-control'

/** Claims of a control grant, in `control`: what its bearer may do, once. */
export type ControlGrant =
  | {
      action: 'builds' | 'smoke'
      demo: SessionGrant['demo']
      archive: SessionGrant['archive']
      limits: SessionGrant['limits']
    }
  | { action: 'sessions' | 'ended' | 'metrics' | 'drain' }
  | { action: 'end' | 'recording'; sid: string }
  /** Shows `text` to everybody at that session. */
  | { action: 'notify'; sid: string; text: string }
