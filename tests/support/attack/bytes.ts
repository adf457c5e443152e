// Says things to a port in ways that no browser does, and hears all of the answer.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export type Heard = { text: string; afterMs: number }

/** Connects, does what `say` does, and resolves with what was heard once the other side has closed. @throws at the deadline */
export const converse = async (
  port: number,
  say: (socket: Socket) => Promise<void> | void,
  timeoutMs = 20_000,
): Promise<Heard> => {
  const socket = connect(port, '127.0.0.1')
  const startedAt = performance.now()
  let text = ''
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    text += chunk
  })
  socket.on('error', () => socket.destroy())
  const closed = once(socket, 'close')
  const deadline = setTimeout(() => socket.destroy(new Error('late')), timeoutMs)
  await Promise.race([once(socket, 'connect'), closed])
  await Promise.race([Promise.resolve(say(socket)).catch(() => undefined), closed])
  await closed
  clearTimeout(deadline)
  const afterMs = performance.now() - startedAt
  if (afterMs >= timeoutMs) throw new Error(`It was still open after ${timeoutMs} ms: ${text}`)
  return { text, afterMs }
}

/** Each byte in a packet of its own. */
export const byteByByte = async (socket: Socket, bytes: string | Buffer): Promise<void> => {
  socket.setNoDelay(true)
  for (const byte of Buffer.from(bytes as string, 'latin1')) {
    if (socket.destroyed) return
    await new Promise<void>((resolve) => socket.write(Buffer.from([byte]), () => resolve()))
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** One piece after the other, `pauseMs` apart, until all are said or the other side has enough. */
export const slowly = async (
  socket: Socket,
  pieces: Iterable<string>,
  pauseMs: number,
): Promise<void> => {
  for (const piece of pieces) {
    if (socket.destroyed) return
    socket.write(piece, 'latin1')
    await delay(pauseMs)
  }
}

/** The body of an answer as JSON, or `undefined` where there is none. */
export const bodyOf = (text: string): Record<string, unknown> | undefined => {
  const body = text.slice(text.indexOf('\r\n\r\n') + 4)
  return body === '' ? undefined : JSON.parse(body)
}
