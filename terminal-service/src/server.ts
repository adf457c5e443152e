// The HTTP face: a health check, and one WebSocket address behind a signed grant. Owns sockets, sessions and capacity.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import {
  GRANT_HEADER,
  MAX_CLIENT_MESSAGE_BYTES,
  PROBLEM_TYPE,
  PROBLEMS,
  type ProblemCode,
  problem,
  SESSION_PATH,
  type SessionGrant,
  SUBPROTOCOL,
} from '@shellfolio/protocol'
import { HTTP_LIMITS } from '@shellfolio/runtime/http-limits'
import { WebSocketServer } from 'ws'
import { ServiceError } from './errors.ts'
import { GrantVerifier } from './grants.ts'
import {
  CLOSE_TIMEOUT_MS,
  HTTP_REQUEST_TIMEOUT_MS,
  MAX_BUFFERED_CHUNKS,
  MAX_FRAGMENTS,
  MAX_HTTP_HEADER_BYTES,
  SPARE_CONNECTIONS,
} from './limits.ts'
import type { SandboxHost } from './sandbox/types.ts'
import { Session } from './session/session.ts'
import type { WorkspaceStore } from './workspace/types.ts'

export type ServerOptions = {
  host: string
  port: number
  grantKey: string
  capacity: number
  sandbox: SandboxHost
  workspaces: WorkspaceStore
  report: (error: unknown) => void
}

export type TerminalServer = {
  /** Where it listens; the port is real even if 0 was asked for. */
  readonly url: string
  readonly sessions: number
  /** Refuses new sessions, ends the running ones and resolves when nothing of them is left. */
  close: () => Promise<void>
}

const bodyOf = (code: ProblemCode) => JSON.stringify(problem(code))

const answerProblem = (response: ServerResponse, code: ProblemCode) => {
  response.writeHead(PROBLEMS[code].status, {
    'content-type': PROBLEM_TYPE,
    'cache-control': 'no-store',
  })
  response.end(bodyOf(code))
}

/** An answer on a socket that asked for an upgrade; the socket ends with it. */
const refuse = (socket: Duplex, code: ProblemCode) => {
  const { status } = PROBLEMS[code]
  const body = bodyOf(code)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const pathOf = ({ url = '/' }: IncomingMessage) => url.split('?', 1)[0]

/** Listens at once. @throws when the address is taken */
export const startServer = async (options: ServerOptions): Promise<TerminalServer> => {
  const { capacity, sandbox, workspaces, report } = options
  const epoch = randomUUID()
  const grants = new GrantVerifier(options.grantKey)
  const sessions = new Set<Session>()
  /** Upgrades that are being answered: they count, or a burst would exceed the capacity. */
  let opening = 0
  let isClosing = false

  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    skipUTF8Validation: true,
    maxPayload: MAX_CLIENT_MESSAGE_BYTES,
    maxFragments: MAX_FRAGMENTS,
    maxBufferedChunks: MAX_BUFFERED_CHUNKS,
    // Spread: the types of ws do not know it yet.
    ...{ closeTimeout: CLOSE_TIMEOUT_MS },
    handleProtocols: (offered) => offered.has(SUBPROTOCOL) && SUBPROTOCOL,
  })

  const health = () => {
    const { status } = sandbox
    return {
      status: status.available ? 'ok' : 'degraded',
      sandbox: status.available
        ? { available: true, mode: status.mode }
        : { available: false, reason: status.reason },
      sessions: sessions.size,
      capacity,
    }
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    if (pathOf(request) !== '/healthz') return answerProblem(response, 'not-found')
    if (request.method !== 'GET') return answerProblem(response, 'method-not-allowed')
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(health()))
  }

  /** @throws {ServiceError} */
  const admit = async (request: IncomingMessage): Promise<SessionGrant> => {
    const token = request.headers[GRANT_HEADER]
    const grant = typeof token === 'string' ? await grants.take(token) : undefined
    if (!grant) throw new ServiceError('signature-refused', 'no valid grant')
    if (grant.role !== 'controller')
      throw new ServiceError('bad-request', 'observers are not served')
    const offered = request.headers['sec-websocket-protocol']?.split(',') ?? []
    if (!offered.some((name) => name.trim() === SUBPROTOCOL)) {
      throw new ServiceError('bad-request', `not ${SUBPROTOCOL}`)
    }
    if (isClosing) throw new ServiceError('service-unavailable', 'stopping')
    if (!sandbox.status.available) throw new ServiceError('sandbox-unavailable', 'no sandbox')
    if (sessions.size + opening >= capacity) throw new ServiceError('terminal-full', 'full')
    return grant
  }

  const onUpgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (pathOf(request) !== SESSION_PATH) return refuse(socket, 'not-found')
    try {
      const grant = await admit(request)
      opening += 1
      const settle = () => {
        opening -= 1
        socket.off('close', settle)
      }
      socket.once('close', settle)
      sockets.handleUpgrade(request, socket, head, (ws) => {
        settle()
        const session = new Session({ socket: ws, grant, epoch, host: sandbox, workspaces }, report)
        sessions.add(session)
        session.ended.finally(() => sessions.delete(session))
      })
    } catch (error) {
      if (!(error instanceof ServiceError)) report(error)
      refuse(socket, error instanceof ServiceError ? error.code : 'internal')
    }
  }

  const server = createServer(
    {
      ...HTTP_LIMITS,
      requestTimeout: HTTP_REQUEST_TIMEOUT_MS,
      maxHeaderSize: MAX_HTTP_HEADER_BYTES,
    },
    onRequest,
  )
  server.maxHeadersCount = 64
  server.maxConnections = capacity + SPARE_CONNECTIONS
  server.on('upgrade', onUpgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { address, family, port } = server.address() as AddressInfo

  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    get sessions() {
      return sessions.size
    },
    close: async () => {
      isClosing = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const ended = [...sessions].map((session) => session.ended)
      for (const session of sessions) session.end('shutdown')
      await Promise.all(ended)
      server.closeAllConnections()
      await closed
    },
  }
}
