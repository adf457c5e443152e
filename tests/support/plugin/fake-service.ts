// Stands in for the terminal service: accepts grants, greets, echoes, lists and ends sessions; or refuses, hangs, answers
// nonsense.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { ControlGrant, SessionGrant } from '@shellfolio/protocol'
import { decodeJwt } from 'jose'

export type Behaviour = 'echo' | 'refuse' | 'hang' | 'wrong-accept' | 'no-protocol' | 'not-http'

export type FakeService = {
  url: string
  /** Requests for a session so far. */
  requests: IncomingMessage[]
  /** What browsers sent after the handshake. */
  received: () => string
  behave: (how: Behaviour) => void
  /** Ids of sessions that run. */
  running: () => string[]
  /** Whether sessions go on when their socket is closed. At first they end with it. */
  keepDetached: (keeps: boolean) => void
  /** Ends one session as its program would. */
  finish: (sid: string) => void
  /** Whether control grants are answered. */
  listens: (does: boolean) => void
  /** Control grants that were answered. */
  orders: ControlGrant[]
  health: (body: unknown, status?: number) => void
  /** Sockets of sessions that are open. */
  sockets: () => number
  /** Ends every session from this side. */
  hangUp: () => void
  stop: () => Promise<void>
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
export const GREETING = 'greeting'
const BUILT = { ok: true, cached: false, ms: 5, bytes: 100, log: 'cc -o a a.c' }

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
  let keeps = false
  let listens = true
  const orders: ControlGrant[] = []
  const running = new Map<string, { demoId: string; sockets: Set<Socket> }>()
  const requests: IncomingMessage[] = []
  const sockets = new Set<Socket>()

  const finish = (sid: string) => {
    const session = running.get(sid)
    running.delete(sid)
    for (const socket of session?.sockets ?? []) socket.end()
  }

  const list = () =>
    [...running].map(([sid, { demoId, sockets: open }]) => ({
      sid,
      demoId,
      title: demoId,
      state: open.size > 0 ? 'live' : 'detached',
      startedAt: new Date().toISOString(),
      idleMs: 0,
      viewers: open.size,
      bytesIn: 0,
      bytesOut: 0,
      recording: false,
    }))

  const control = ({ headers }: IncomingMessage): { status: number; body: unknown } => {
    const token = String(headers['x-term-grant'])
    const { control: order } = decodeJwt<{ control: ControlGrant }>(token)
    orders.push(order)
    if (order.action === 'sessions') {
      return { status: 200, body: { sessions: list(), capacity: 24, draining: false } }
    }
    if (order.action === 'ended') {
      return { status: 200, body: { epoch: 'one', sessions: [], hasMore: false } }
    }
    if (order.action === 'builds') return { status: 200, body: BUILT }
    if (order.action === 'smoke') return { status: 200, body: { ok: true, ms: 5, results: [] } }
    if (!('sid' in order)) return { status: 202, body: {} }
    const status = running.has(order.sid) ? 202 : 404
    if (order.action === 'end') finish(order.sid)
    return { status, body: {} }
  }

  const server = createServer((request, response) => {
    const isControl = request.headers['x-term-grant'] !== undefined
    if (isControl && !listens) {
      response.destroy()
      return
    }
    const { status, body } = isControl ? control(request) : health
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })

  /** `false`: a session that does not run cannot be joined. */
  const join = (request: IncomingMessage, socket: Socket): boolean => {
    const token = String(request.headers['x-term-grant'])
    const { grant } = decodeJwt<{ grant: SessionGrant }>(token)
    const { sid, attach, demo } = grant
    if (attach && !running.has(sid)) return false
    const session = running.get(sid) ?? { demoId: demo.id, sockets: new Set<Socket>() }
    running.set(sid, session)
    session.sockets.add(socket)
    socket.once('close', () => {
      session.sockets.delete(socket)
      if (!keeps && session.sockets.size === 0) running.delete(sid)
    })
    return true
  }

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
    if (!join(request, socket)) {
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
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
    running: () => [...running.keys()],
    keepDetached: (next) => {
      keeps = next
    },
    finish,
    listens: (next) => {
      listens = next
    },
    orders,
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
