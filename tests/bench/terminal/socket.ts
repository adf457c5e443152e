// Opens and closes WebSockets as promises.
import type { WebSocket } from 'ws'

const CLOSE_TIMEOUT_MS = 10_000

/** @throws {Error} when the server does not upgrade */
export const opened = (socket: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.on('error', reject)
  })

/** Says `farewell` and resolves with the close; a peer that does not answer is cut off. */
export const closed = (socket: WebSocket, farewell: () => void): Promise<void> =>
  new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve()
    const timer = setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS)
    socket.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.resume()
    farewell()
  })
