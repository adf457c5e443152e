// Bounds of the browser's half, with units. What both ends share is in the protocol's limits.ts.

/** The ticket request and the handshake: longer than this and something is broken, in milliseconds. */
export const TICKET_TIMEOUT_MS = 10_000
export const CONNECT_TIMEOUT_MS = 15_000
/** PING of the page, in milliseconds; the service pings by itself, this one notices a dead network. */
export const PING_EVERY_MS = 15_000
export const SILENT_AFTER_MS = 45_000
/** Input that waits to be sent, in bytes; a larger paste is refused as a whole. */
export const MAX_QUEUED_INPUT_BYTES = 1024 * 1024
/** Share of the service's input rate that is used: its clock and ours are not the same. */
export const INPUT_RATE_SHARE = 0.75
/** Longest wait between two batches of a large paste, in milliseconds. */
export const INPUT_TICK_MS = 100
/** A size has to stand still for this long before it is sent, in milliseconds. */
export const RESIZE_QUIET_MS = 80
export const SCROLLBACK_LINES = 2000
/** Text that one `type()` call may insert, in characters. */
export const MAX_TYPED_CHARS = 4096
/** First and longest bound of the wait between two attempts to come back, in milliseconds. */
export const BACKOFF_BASE_MS = 500
export const BACKOFF_CAP_MS = 8000
/** How long a lost session or a place in the queue is tried for: the service keeps it this long, in milliseconds. */
export const GRACE_MS = 60_000
/** A connection that lasted this long was a good one: the next loss begins with short waits again, in milliseconds. */
export const STEADY_MS = 5000
/** The service answers CLOSE with EXIT; one that does not must not keep the visitor, in milliseconds. */
export const FAREWELL_MS = 2000
/** After a sleep or a change of networks the service has to be heard within this time, in milliseconds. */
export const PROBE_MS = 5000
/** Changes of the place in the queue are told at most this often, in milliseconds. */
export const PLACE_NEWS_EVERY_MS = 10_000
/** One event of the queue's stream, in characters; a longer one is no event of ours. */
export const MAX_EVENT_CHARS = 16_384
/** Output after which drawing by WebGL is worth fetching, in bytes. */
export const WEBGL_AFTER_BYTES = 256 * 1024
/** Browsers allow about sixteen WebGL contexts on a page, and the page may want its own. */
export const MAX_WEBGL_CONTEXTS = 4
/** A recording that plays tells where it is at least this often, in milliseconds. */
export const PLAYER_TICK_MS = 250
/** Times as fast as it was. */
export const MIN_PLAYER_SPEED = 0.25
export const MAX_PLAYER_SPEED = 8
/** Output is handed to the screen in pieces of so many bytes: after each the page may do something else. */
export const PLAYER_PIECE_BYTES = 64 * 1024
/** Arrow keys on the bar of a player move by this, and Page Up and Down by the second, in milliseconds. */
export const PLAYER_STEP_MS = 5000
export const PLAYER_LEAP_MS = 30_000
