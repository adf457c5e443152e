// The relay process: gets authorised sockets from the process that owns the HTTP server and joins them to the terminal service.
import { Socket } from 'node:net'
import { RELAY } from '../limits.ts'
import { refuseSocket } from '../refuse-socket.ts'
import { type EndedMessage, isCloseMessage, isOpenMessage, type ReadyMessage } from './messages.ts'
import { runSession } from './session.ts'

/** Browsers' sockets by the ids of their jobs. */
const sockets = new Map<number, Socket>()

const report = (message: EndedMessage | ReadyMessage) => {
  if (process.connected) process.send?.(message)
}

const serve = async (message: unknown, socket: unknown) => {
  if (isCloseMessage(message)) {
    sockets.get(message.id)?.destroy()
    return
  }
  if (!(socket instanceof Socket)) {
    // The browser left while its socket was on the way.
    if (isOpenMessage(message)) {
      report({ t: 'ended', id: message.id, reason: 'gone', bytesUp: 0, bytesDown: 0 })
    }
    return
  }
  if (!isOpenMessage(message)) {
    socket.destroy()
    return
  }
  const { id, job } = message
  if (sockets.size >= RELAY.maxConnections) {
    refuseSocket(socket, { code: 'terminal-full' })
    report({ t: 'ended', id, reason: 'full', bytesUp: 0, bytesDown: 0 })
    return
  }
  sockets.set(id, socket)
  try {
    report({ t: 'ended', id, ...(await runSession(job, socket)) })
  } finally {
    sockets.delete(id)
  }
}

process.on('message', (message, socket) => {
  serve(message, socket).catch(() => process.exit(1))
})
// Signals reach the whole group, but the parent decides when sessions end. Without it there is no more to do.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit(0))
report({ t: 'ready' })
