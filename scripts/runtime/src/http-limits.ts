// Bounds of every HTTP server we own. They end slow and oversized requests before a handler sees them.
import type { ServerOptions } from 'node:http'

export const HTTP_LIMITS: ServerOptions = {
  headersTimeout: 5000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 16_384,
}
