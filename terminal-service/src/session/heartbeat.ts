// Pings a browser and ends the socket of one that has gone without a word.
import type { WebSocket } from 'ws'
import { DEAD_AFTER_MS, PING_EVERY_MS } from '../limits.ts'

type Times = { everyMs: number; deadMs: number }

/** Ends by itself with the socket. */
export const watchHeartbeat = (
  socket: WebSocket,
  { everyMs, deadMs }: Times = { everyMs: PING_EVERY_MS, deadMs: DEAD_AFTER_MS },
): void => {
  let seenMs = performance.now()
  const seen = () => {
    seenMs = performance.now()
  }
  const timer = setInterval(() => {
    if (performance.now() - seenMs > deadMs) socket.terminate()
    else if (socket.readyState === socket.OPEN) socket.ping()
  }, everyMs)
  socket.on('message', seen)
  socket.on('pong', seen)
  socket.once('close', () => clearInterval(timer))
}
