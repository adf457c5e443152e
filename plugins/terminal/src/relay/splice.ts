// Two sockets as one: bytes both ways with the streams' own backpressure, one end for both.
import type { Socket } from 'node:net'
import { RELAY } from '../limits.ts'

export type SpliceEnd = { bytesUp: number; bytesDown: number; isIdle: boolean }

export type SpliceOptions = {
  lingerMs?: number
  idleTimeoutMs?: number
}

/**
 * Joins the sockets and owns both; resolves when both are closed. A side that ends lets the other flush for `lingerMs`.
 */
export const splice = (
  client: Socket,
  upstream: Socket,
  { lingerMs = RELAY.lingerMs, idleTimeoutMs = RELAY.idleTimeoutMs }: SpliceOptions = {},
): Promise<SpliceEnd> =>
  new Promise((resolve) => {
    let open = 2
    let isIdle = false
    let linger: NodeJS.Timeout | undefined
    const upBefore = upstream.bytesWritten
    const downBefore = client.bytesWritten

    const destroyBoth = () => {
      client.destroy()
      upstream.destroy()
    }
    const finish = () => {
      linger ??= setTimeout(destroyBoth, lingerMs)
    }
    const onClose = (other: Socket) => {
      open -= 1
      if (open > 0) {
        // What is queued for the other side still goes out; nothing more can come from it to anyone.
        if (other.writable) other.end()
        other.resume()
        finish()
        return
      }
      clearTimeout(linger)
      resolve({
        bytesUp: upstream.bytesWritten - upBefore,
        bytesDown: client.bytesWritten - downBefore,
        isIdle,
      })
    }

    const sides: [Socket, Socket][] = [
      [client, upstream],
      [upstream, client],
    ]
    for (const [from, to] of sides) {
      from.setNoDelay(true)
      from.setTimeout(idleTimeoutMs, () => {
        isIdle = true
        destroyBoth()
      })
      from.on('error', () => from.destroy())
      from.once('end', finish)
      if (from.destroyed) onClose(to)
      else from.once('close', () => onClose(to))
      from.pipe(to)
    }
  })
