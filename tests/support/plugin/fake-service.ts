// Stands in for the terminal service: accepts grants, greets, echoes; or refuses, hangs, answers nonsense.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

export type Behaviour = 'echo' | 'refuse' | 'hang' | 'wrong-accept' | 'no-protocol' | 'not-http'

export type FakeService = {
  url: string
  /** Requests for a session so far. */
  requests: IncomingMessage[]
  /** What browsers sent after the handshake. */
  received: () => string
  behave: (how: Behaviour) => void
  health: (body: unknown, status?: number) => void
  /** Sockets of sessions that are open. */
  sockets: () => number
  /** Ends every session from this side. */
  hangUp: () => void
  stop: () => Promise<void>
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
export const GREETING = 'greeting'

const handshake = (key: string, how: Behaviour): string => {
  const sent = how === 'wrong-accept' ? `${key}x` : key
  const accept = createHash('sha1').update(`${sent}${GUID}`).digest('base64')
  const protocol = how === 'no-protocol' ? '' : 'Sec-WebSocket-Protocol: term.v1\r\n'
  const head = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
  return `${head}Sec-WebSocket-Accept: ${accept}\r\n${protocol}\r\n`
}

export const startFakeService = async (): Promise<FakeService> => {
  let how: Behaviour = 'echo'
  let health = { body: { status: 'ok', sandbox: { available: true } } as unknown, status: 200 }
  let received = ''
  const requests: IncomingMessage[] = []
  const sockets = new Set<Socket>()

  const server = createServer((_, response) => {
    response.writeHead(health.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(health.body))
  })
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    requests.push(request)
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
    socket.on('end', () => socket.end())
    if (how === 'hang') {
      socket.resume()
      return
    }
    if (how === 'refuse') {
      socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n')
      return
    }
    if (how === 'not-http') {
      socket.end('SSH-2.0-OpenSSH_9.2\r\n\r\n')
      return
    }
    // The greeting comes in the same packet as the head: it must not be lost.
    socket.write(handshake(request.headers['sec-websocket-key'] ?? '', how) + GREETING)
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      socket.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')

  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    received: () => received,
    behave: (next) => {
      how = next
    },
    health: (body, status = 200) => {
      health = { body, status }
    },
    sockets: () => sockets.size,
    hangUp: () => {
      for (const socket of sockets) socket.end()
    },
    stop: async () => {
      if (!server.listening) return
      server.close()
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
