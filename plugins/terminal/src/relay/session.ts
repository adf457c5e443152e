// One socket's way through the relay: dial, answer, splice. Ends with both sockets closed, whatever happens.
import type { Socket } from 'node:net'
import { refuseSocket } from '../refuse-socket.ts'
import { acceptance, type Dialled, type DialOptions, dial } from './dial.ts'
import type { EndedMessage, WireJob } from './messages.ts'
import { type SpliceOptions, splice } from './splice.ts'

export type SessionEnd = Pick<EndedMessage, 'reason' | 'bytesUp' | 'bytesDown'>

const nothing = (reason: SessionEnd['reason']): SessionEnd => ({
  reason,
  bytesUp: 0,
  bytesDown: 0,
})

const closed = (socket: Socket) =>
  new Promise<void>((resolve) => {
    if (socket.closed) resolve()
    else socket.once('close', () => resolve())
  })

/** Owner of `client` from here on; resolves when it is closed. Never rejects. */
export const runSession = async (
  job: WireJob,
  client: Socket,
  options: DialOptions & SpliceOptions = {},
): Promise<SessionEnd> => {
  const gone = new AbortController()
  const onGone = () => gone.abort()
  client.on('error', () => client.destroy())
  client.once('close', onGone)
  client.once('end', onGone)

  let upstream: Dialled
  try {
    upstream = await dial(job, { ...options, signal: gone.signal })
  } catch {
    refuseSocket(client, { code: 'service-unavailable' })
    await closed(client)
    return nothing(gone.signal.aborted ? 'gone' : 'unreachable')
  }
  client.off('close', onGone)
  client.off('end', onGone)
  if (client.readableLength > 0) {
    upstream.socket.destroy()
    refuseSocket(client, { code: 'bad-request' })
    await closed(client)
    return nothing('early-bytes')
  }
  client.write(acceptance(job.key))
  if (upstream.rest.byteLength > 0) client.write(upstream.rest)
  const { isIdle, ...bytes } = await splice(client, upstream.socket, options)
  return { reason: isIdle ? 'idle' : 'closed', ...bytes }
}
