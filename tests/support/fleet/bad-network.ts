// A TCP proxy that can be slow, or not be there: a network that breaks between two processes.
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type BadNetwork = {
  port: number
  /** Each piece travels for so long from now on, in milliseconds. */
  delay: (ms: number) => void
  /** Cuts what is open and takes nothing new, until `mend`. */
  cut: () => void
  mend: () => void
  stop: () => Promise<void>
}

export const startBadNetwork = async (to: number): Promise<BadNetwork> => {
  let delayMs = 0
  let isCut = false
  const sockets = new Set<Socket>()
  const timers = new Set<NodeJS.Timeout>()

  const carry = (from: Socket, into: Socket) => {
    from.on('data', (chunk) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        if (!into.destroyed) into.write(chunk)
      }, delayMs)
      timers.add(timer)
    })
    from.on('error', () => from.destroy())
    from.once('close', () => {
      sockets.delete(from)
      into.destroy()
    })
    sockets.add(from)
  }

  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(to, '127.0.0.1')
    carry(near, far)
    carry(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port,
    delay: (ms) => {
      delayMs = ms
    },
    cut: () => {
      isCut = true
      drop()
    },
    mend: () => {
      isCut = false
      delayMs = 0
    },
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      drop()
      server.close()
      await once(server, 'close')
    },
  }
}
