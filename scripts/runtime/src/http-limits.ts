// Bounds of every HTTP server we own. They end slow and oversized requests before a handler sees them.
import type { ServerOptions } from 'node:http'

export const HTTP_LIMITS: ServerOptions = {
  headersTimeout: 5000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 16_384,
}

/**
 * Nothing comes or goes on a connection for so long: its peer reads nothing of the answer, or has gone without a word. Longer
 * than the slowest answer of ours takes to begin, that of a demo which an owner tries. Milliseconds.
 */
export const SILENCE_MS = 360_000
