// How a terminal service tells the CMS that it is there: a signed JWT, the whole of what is said, as a bearer token.

/** `iss` and `aud` of these JWTs: nothing else that is signed with the shared key passes for one. */
export const ANNOUNCEMENT_ISSUER = 'shellfolio-terminal'
export const ANNOUNCEMENT_AUDIENCE = 'terminal-announcement'
/** An announcement is worth nothing after this long, in seconds. */
export const ANNOUNCEMENT_TTL_S = 10
/** A service is heard about this often, in milliseconds. */
export const ANNOUNCE_EVERY_MS = 5000
/** Projects that one announcement names: as many as a service keeps. */
export const MAX_ANNOUNCED_WORKSPACES = 64

/** Claims of an announcement, in `service`. */
export type Announcement = {
  /** Another one for each start: what ran before a restart is gone. */
  id: string
  /** Origin under which the CMS and its relay reach this service. */
  url: string
  /** Wall clock, milliseconds; each is later than the one before, so that one that is late or sent again says nothing. */
  atMs: number
  capacity: number
  running: number
  /** Takes no new sessions. */
  draining: boolean
  /** The last word: it is about to end. */
  leaving: boolean
  /** How programs are confined, for the owner; absent: there is no sandbox, so nothing can be run. */
  sandbox?: string | undefined
  /** Keys of the projects it holds, the most recently used first. */
  workspaces: string[]
}
