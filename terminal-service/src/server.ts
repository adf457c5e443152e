// The service's face: HTTP endpoints, and one WebSocket address behind a signed grant. Owns the sockets and the sessions.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import {
  GRANT_HEADER,
  MAX_CLIENT_MESSAGE_BYTES,
  SESSION_PATH,
  type SessionGrant,
  SUBPROTOCOL,
} from '@shellfolio/protocol'
import { HTTP_LIMITS } from '@shellfolio/runtime/http-limits'
import { WebSocketServer } from 'ws'
import { ServiceError } from './errors.ts'
import { GrantVerifier } from './grants.ts'
import { refuse } from './http/answers.ts'
import { createRouter } from './http/router.ts'
import {
  CLOSE_TIMEOUT_MS,
  HTTP_REQUEST_TIMEOUT_MS,
  MAX_BUFFERED_CHUNKS,
  MAX_FRAGMENTS,
  MAX_HTTP_HEADER_BYTES,
  MAX_STARTS,
  MAX_VIEWERS,
  SPARE_CONNECTIONS,
} from './limits.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { RecordingStore } from './recording/store.ts'
import type { SandboxHost } from './sandbox/types.ts'
import { openEndedSessions } from './session/ended-file.ts'
import type { SessionParts } from './session/session.ts'
import { Sessions } from './session/sessions.ts'
import { Snapshots } from './session/snapshots.ts'
import { Gate } from './workspace/gate.ts'
import type { WorkspaceStore } from './workspace/types.ts'

export type ServerOptions = {
  host: string
  port: number
  grantKey: string
  capacity: number
  stateDir: string
  sandbox: SandboxHost
  workspaces: WorkspaceStore
  recordings: RecordingStore
  metrics: Metrics
  log: Log
  /** Another one for each start. @default made here */
  epoch?: string
}

export type TerminalServer = {
  /** Where it listens; the port is real even if 0 was asked for. */
  readonly url: string
  readonly sessions: number
  readonly capacity: number
  readonly draining: boolean
  /** Refuses new sessions, ends the running ones and resolves when nothing of them is left. */
  close: () => Promise<void>
}

const pathOf = ({ url = '/' }: IncomingMessage) => url.split('?', 1)[0]

const offersProtocol = ({ headers }: IncomingMessage) =>
  (headers['sec-websocket-protocol']?.split(',') ?? []).some((name) => name.trim() === SUBPROTOCOL)

const newSocketServer = () =>
  new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // With compression ws may call back before a frame has left, and its memory would be another's already.
    perMessageDeflate: false,
    skipUTF8Validation: true,
    maxPayload: MAX_CLIENT_MESSAGE_BYTES,
    maxFragments: MAX_FRAGMENTS,
    maxBufferedChunks: MAX_BUFFERED_CHUNKS,
    // Spread: the types of ws do not know it yet.
    ...{ closeTimeout: CLOSE_TIMEOUT_MS },
    handleProtocols: (offered) => offered.has(SUBPROTOCOL) && SUBPROTOCOL,
  })

/** Listens at once. @throws when the address is taken */
export const startServer = async (options: ServerOptions): Promise<TerminalServer> => {
  const { capacity, sandbox, workspaces, recordings, metrics, log } = options
  const { epoch = randomUUID() } = options
  const report = (error: unknown) => log.fault(error)
  const ended = openEndedSessions({ stateDir: options.stateDir, report })
  const grants = new GrantVerifier(options.grantKey)
  const snapshots = new Snapshots()
  const starts = new Gate(MAX_STARTS)
  const sockets = newSocketServer()

  const openRecorder =
    ({ sid, record }: SessionGrant): SessionParts['openRecorder'] =>
    async (size, onFull) => {
      if (!record) return undefined
      const stopped = () => {
        metrics.recordingStopped()
        onFull()
      }
      // A disk that is full costs the recording, not the session.
      return recordings.start({ sid, size, onFull: stopped }).catch((error) => {
        report(error)
        return undefined
      })
    }

  const sessions = new Sessions({
    capacity,
    partsOf: (grant) => ({
      grant,
      epoch,
      host: sandbox,
      workspaces,
      snapshots,
      starts,
      openRecorder: openRecorder(grant),
      report,
      onPrompt: (ms) => metrics.promptShown(ms),
    }),
    onStarted: ({ sid, demo }) => {
      metrics.sessionStarted()
      log.session('session started', { sid, demo: demo.id })
    },
    onEnded: (past) => {
      ended.add(past)
      const { sid, demoId: demo, reason, bytesIn, bytesOut } = past
      metrics.sessionEnded(reason)
      metrics.received(bytesIn)
      metrics.sent(bytesOut)
      log.session('session ended', { sid, demo, reason, bytesIn, bytesOut })
    },
  })

  /** @throws {ServiceError} */
  const admit = async (request: IncomingMessage) => {
    const token = request.headers[GRANT_HEADER]
    const grant = typeof token === 'string' ? await grants.takeSession(token) : undefined
    if (!grant) throw new ServiceError('signature-refused', 'no valid grant')
    if (!offersProtocol(request)) throw new ServiceError('bad-request', `not ${SUBPROTOCOL}`)
    if (!sandbox.status.available) throw new ServiceError('sandbox-unavailable', 'no sandbox')
    return { grant, ...sessions.admit(grant) }
  }

  const onUpgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (pathOf(request) !== SESSION_PATH) return refuse(socket, 'not-found')
    try {
      const { grant, settle } = await admit(request)
      socket.once('close', settle)
      sockets.handleUpgrade(request, socket, head, (ws) => {
        socket.off('close', settle)
        settle()
        sessions.join(grant, ws)
      })
    } catch (error) {
      if (!(error instanceof ServiceError)) report(error)
      const code = error instanceof ServiceError ? error.code : 'internal'
      metrics.refused(code)
      refuse(socket, code)
    }
  }

  const { stateDir } = options
  const parts = {
    grants,
    sandbox,
    workspaces,
    sessions,
    ended,
    recordings,
    metrics,
    log: log.session,
    stateDir,
    report,
  }
  const http = {
    ...HTTP_LIMITS,
    requestTimeout: HTTP_REQUEST_TIMEOUT_MS,
    maxHeaderSize: MAX_HTTP_HEADER_BYTES,
  }
  const server = createServer(http, createRouter(parts))
  server.maxHeadersCount = 64
  server.maxConnections = capacity * MAX_VIEWERS + SPARE_CONNECTIONS
  server.on('upgrade', onUpgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { address, family, port } = server.address() as AddressInfo

  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    get sessions() {
      return sessions.count
    },
    capacity,
    get draining() {
      return sessions.isDraining
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await sessions.close()
      await snapshots.dispose()
      server.closeAllConnections()
      await closed
    },
  }
}
