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

/** Claims of a session grant. Sizes in bytes, times in seconds; the service clamps limits to its own maxima. */
export type SessionGrant = {
  sid: string
  role: 'controller' | 'observer'
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
  }
  archive: {
    /** Internal address from which the service fetches the archive, with `token` as bearer. */
    url: string
    token: string
    sha256: string
    bytes: number
    /** `zip` or `tar.gz`, by content. */
    format: 'zip' | 'tar.gz'
  }
  limits: {
    idleS: number
    maxS: number
    memoryBytes: number
    diskBytes: number
    processes: number
  }
}
