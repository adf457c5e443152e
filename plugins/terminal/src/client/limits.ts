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
