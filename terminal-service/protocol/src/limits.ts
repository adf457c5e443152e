// Bounds of term.v1 that both ends must agree on. Bounds of one process live in its own limits.ts.

/** Largest payload of one INPUT frame, in bytes. */
export const MAX_INPUT_BYTES = 8192

/** Largest payload of one OUTPUT frame, in bytes. */
export const MAX_OUTPUT_BYTES = 65_536

/** Largest JSON text in HELLO, in bytes: it is read before the peer has proved anything. */
export const MAX_HELLO_BYTES = 2048

/** Largest JSON text in WELCOME, EVENT and EXIT, in bytes. */
export const MAX_CONTROL_BYTES = 16_384

/** Largest message the service accepts from a browser: one opcode, one offset, one full INPUT payload. */
export const MAX_CLIENT_MESSAGE_BYTES = 1 + 4 + MAX_INPUT_BYTES

/** A browser that has sent this much unparsed output makes the service pause the program, in bytes. */
export const WINDOW_HIGH_BYTES = 512 * 1024

/** The program runs on once fewer unparsed bytes than this are left. At least twice `ACK_EVERY_BYTES`. */
export const WINDOW_LOW_BYTES = 192 * 1024

/** A browser acknowledges after it has parsed this many bytes … */
export const ACK_EVERY_BYTES = 64 * 1024

/** … or this long after the last parsed byte, in milliseconds … */
export const ACK_EVERY_MS = 100

/** … or this long after the first, when a program prints a little all the time, in milliseconds. */
export const ACK_LATEST_MS = 1000

/** The first frame must be a HELLO and arrive within this time, in milliseconds. */
export const HELLO_TIMEOUT_MS = 5000

export const MIN_COLS = 2
export const MAX_COLS = 500
export const MIN_ROWS = 1
export const MAX_ROWS = 300

/** Longest notice that an operator may show to a session. */
export const MAX_NOTICE_CHARS = 300

/**
 * Final letters of the sequences that screens repeat as often as a program says, up to 2³¹ times: tabs on and back, lines
 * inserted, deleted, scrolled up and down, and the last character again.
 */
export const REPEATING = ['I', 'Z', 'L', 'M', 'S', 'T', 'b'] as const
/** Largest count of them that is obeyed; a screen is never larger. Both ends draw alike. */
export const MAX_REPEATS = 500
