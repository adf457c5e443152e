// The plugin's development app inside the test's process: its Payload on an empty Postgres, its API and its WebSocket on a port.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { startRelay } from '@shellfolio/payload-terminal/relay'
import {
  buildConfig,
  getPayload,
  handleEndpoints,
  type Payload,
  type SanitizedConfig,
} from 'payload'
import { devConfig } from '../../../plugins/terminal/dev/config.ts'
import { startTestPostgres } from '../postgres.ts'

export type DevApp = {
  /** Origin of the page and of the API. */
  origin: string
  config: SanitizedConfig
  payload: Payload
  /** A request to the REST API over HTTP; `path` starts after `/api`. */
  rest: (path: string, init?: RequestInit) => Promise<{ status: number; body: unknown }>
  /** Headers of whoever the app made as its first login. */
  signIn: () => Promise<Record<string, string>>
  /** Places that are taken, as the plugin counts them. */
  places: () => Promise<number>
  /** Closes everything and removes its files. */
  stop: () => Promise<void>
}

export type DevAppOptions = { port: number; terminalUrl: string; grantKey: string }

const FIRST = { email: 'first@example.com', password: randomBytes(16).toString('hex') }

const asRequest = async (request: IncomingMessage, origin: string): Promise<Request> => {
  const { method = 'GET', headers } = request
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(`${origin}${request.url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, `${value}`]),
    ...(hasBody && { body: await buffer(request) }),
  })
}

export const startDevApp = async (options: DevAppOptions): Promise<DevApp> => {
  const { port, terminalUrl, grantKey } = options
  const postgres = await startTestPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'shellfolio-plugin-dev-'))
  process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'
  const config = await buildConfig({
    ...devConfig({
      APP_PORT: port,
      DATABASE_URL: await postgres.freshDatabase(),
      PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      TERMINAL_GRANT_KEY: grantKey,
      TERMINAL_INTERNAL_URL: terminalUrl,
      UPLOAD_DIR: folder,
      FIRST_EMAIL: FIRST.email,
      FIRST_PASSWORD: FIRST.password,
    }),
    logger: { options: { level: 'silent' } },
  })
  const payload = await getPayload({ config })

  const registry = terminalRegistry()
  const relay = startRelay()
  registry.handOver = relay.handOver
  registry.clientAddress = () => '203.0.113.7'
  await relay.ready
  const origin = `http://localhost:${port}`
  const server = createServer(async (request, response) => {
    request.headers['x-forwarded-for'] = '203.0.113.7'
    const answer = await handleEndpoints({
      config,
      request: await asRequest(request, origin),
    })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  server.on('upgrade', (request, socket, head) => {
    if (request.url === registry.path) void registry.handle?.(request, socket as Socket, head)
    else socket.destroy()
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  const rest: DevApp['rest'] = async (path, init) => {
    const response = await fetch(`http://127.0.0.1:${port}/api${path}`, init)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text }
  }

  return {
    origin,
    config,
    payload,
    rest,
    signIn: async () => {
      const { body } = await rest('/people/login', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(FIRST),
      })
      return { authorization: `JWT ${(body as { token: string }).token}` }
    },
    places: async () => (await registry.state?.sessions.count()) ?? 0,
    stop: async () => {
      await relay.stop()
      server.close()
      server.closeAllConnections()
      await registry.state?.close()
      const { pool } = payload.db as unknown as { pool: { end: () => Promise<void> } }
      await payload.destroy()
      await pool.end()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
