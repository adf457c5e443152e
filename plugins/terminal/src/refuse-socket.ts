// Answers a socket that is not going to be upgraded, and lets go of it whatever the peer does.
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { PROBLEM_TYPE, PROBLEMS, type ProblemCode, problem } from '@shellfolio/protocol'
import { REFUSAL_TIMEOUT_MS } from './limits.ts'
import { startReading } from './reading.ts'

export type SocketRefusal = {
  code: ProblemCode
  /** Overrides the status that belongs to the code. */
  status?: number
  headers?: Record<string, string>
}

/** A whole HTTP answer with a problem+json body and `Connection: close`. */
export const problemMessage = ({ code, status, headers = {} }: SocketRefusal): string => {
  const value = status ?? PROBLEMS[code].status
  const body = JSON.stringify({ ...problem(code), status: value })
  const lines = Object.entries({
    'Content-Type': PROBLEM_TYPE,
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...headers,
  }).map(([name, text]) => `${name}: ${text}\r\n`)
  return `HTTP/1.1 ${value} ${STATUS_CODES[value]}\r\n${lines.join('')}\r\n${body}`
}

/** Writes the answer, ends the socket, and destroys it once written or after two seconds. */
export const refuseSocket = (socket: Socket, refusal: SocketRefusal): void => {
  socket.on('error', () => socket.destroy())
  if (socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const timer = setTimeout(() => socket.destroy(), REFUSAL_TIMEOUT_MS)
  socket.once('close', () => clearTimeout(timer))
  // Unread bytes would turn the close into a reset, which can discard our answer on its way.
  startReading(socket)
  socket.resume()
  socket.once('end', () => socket.destroy())
  socket.end(problemMessage(refusal))
}
