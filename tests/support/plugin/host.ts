// A host of the terminal plugin: an HTTP server, the plugin's endpoints and upgrade handler, a real relay process.
import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { terminalPlugin } from '@shellfolio/payload-terminal'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { type Relay, type RelayOptions, startRelay } from '@shellfolio/payload-terminal/relay'
import type { LaunchRequest, LaunchTicket } from '@shellfolio/protocol'
import { isLaunchTicket } from '@shellfolio/protocol'
import type { Config, Endpoint, PayloadRequest } from 'payload'
import type { TerminalPluginOptions } from '../../../plugins/terminal/src/options.ts'
import { clientAddressFor } from '../../../scripts/runtime/src/client-address.ts'
import { createHttpServer } from '../../../scripts/runtime/src/http-server.ts'
import { type FakePayload, fakePayload, GRANT_KEY, hostConfig, SITE } from './fake-payload.ts'

import { apiListener } from './serve-api.ts'

export const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='

export type Answer = { status: number; body: Record<string, unknown>; headers: Headers }

export type Host = {
  url: string
  port: number
  cms: FakePayload
  relay: Relay
  server: Server
  /** Calls an endpoint as the API would. */
  call: (
    method: string,
    path: string,
    init?: RequestInit & { address?: string; user?: object },
  ) => Promise<Response>
  /** What a ticket request is answered with. @throws when the answer is not 201 */
  launch: (more?: { body?: LaunchRequest; address?: string }) => Promise<LaunchTicket>
  /** A ticket for the project. @throws when the answer is not 201 */
  ticket: (more?: { address?: string }) => Promise<string>
  /** Places that are taken, as the plugin counts them. */
  places: () => Promise<number>
  /** Sockets of the HTTP server that are open in this process. */
  sockets: () => number
  /** From now on upgrades come from this address. */
  comeFrom: (address: string) => void
  stop: () => Promise<void>
}

export const eventually = async (
  what: string,
  is: () => boolean | Promise<boolean>,
  ms = 10_000,
) => {
  const deadline = Date.now() + ms
  while (!(await is())) {
    if (Date.now() > deadline) throw new Error(`It never came true that ${what}.`)
    await delay(5)
  }
}

const routeParams = ({ path }: Endpoint, asked: string): Record<string, string> | undefined => {
  const match = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(asked)
  return match ? { ...match.groups } : undefined
}

export type HostOptions = Partial<TerminalPluginOptions> & {
  relay?: RelayOptions
  /** @default any that is free */
  port?: number
  /** Believe who connects about its address, `X-Forwarded-For`, as the CMS believes the proxy in front of it. */
  isBehindProxy?: boolean
}

export const startHost = async (internalUrl: string, more: HostOptions = {}): Promise<Host> => {
  const { relay: relayOptions, port: wantedPort = 0, isBehindProxy = false, ...options } = more
  const cms = fakePayload()
  const registry = terminalRegistry()
  delete registry.state
  let address = '203.0.113.7'
  const plugin = terminalPlugin({
    collections: { demos: 'demos', archives: 'archives', projects: 'projects' },
    internalUrl,
    publicUrl: 'ws://localhost:1/terminal/ws',
    cmsUrl: 'http://127.0.0.1:3001',
    origins: [SITE],
    grantKey: GRANT_KEY,
    launchRate: { burst: 1000, perMinute: 1000 },
    openArchive: () => new Blob(['archive bytes']).stream() as ReadableStream<Uint8Array>,
    ...options,
  })
  const config = (await plugin(hostConfig())) as Config
  await config.onInit?.(cms.payload)
  const relay = startRelay(relayOptions)
  registry.handOver = relay.handOver
  const proxies = isBehindProxy ? ['loopback'] : []
  registry.clientAddress = isBehindProxy ? clientAddressFor(proxies) : () => address
  await relay.ready

  /** Answers as the API would, whatever `path` starts with. */
  const answer = async (path: string, request: Request, user?: unknown): Promise<Response> => {
    for (const endpoint of config.endpoints ?? []) {
      const params = routeParams(endpoint, path)
      if (endpoint.method !== request.method.toLowerCase() || !params) continue
      const whole = Object.assign(request, { payload: cms.payload, routeParams: params, user })
      return endpoint.handler(whole as unknown as PayloadRequest)
    }
    return new Response(null, { status: 404 })
  }

  const sockets = new Set<Socket>()
  const server = createHttpServer({
    trustedProxies: proxies,
    serve: apiListener((request) =>
      answer(new URL(request.url).pathname.replace(/^\/api/, ''), request),
    ),
    onUpgrade: (request, socket, head) => {
      // The handler judges paths as well: some tests want to hear it.
      void registry.handle?.(request, socket as Socket, head)
      return true
    },
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(wantedPort, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const url = `http://127.0.0.1:${port}`

  const call: Host['call'] = (method, path, { address: from = address, user, ...init } = {}) => {
    const request = new Request(`${url}/api${path}`, { method, ...init })
    request.headers.set('x-forwarded-for', from)
    return answer(path, request, user)
  }

  const launch: Host['launch'] = async ({
    body = { project: 'philosophers' },
    address: from,
  } = {}) => {
    const response = await call('POST', '/terminal/tickets', {
      headers: { origin: SITE },
      body: JSON.stringify(body),
      ...(from && { address: from }),
    })
    const answer = (await response.json()) as { code?: string }
    if (response.status === 201 && isLaunchTicket(answer)) return answer
    throw new Error(`no ticket: ${answer.code}`)
  }

  return {
    url,
    port,
    cms,
    relay,
    server,
    call,
    launch,
    ticket: async (more) => (await launch(more)).ticket,
    places: async () => (await registry.state?.sessions.count()) ?? 0,
    // A handed-over socket keeps its object but no descriptor.
    sockets: () => [...sockets].filter((socket) => !socket.destroyed).length,
    comeFrom: (next) => {
      address = next
    },
    stop: async () => {
      await relay.stop()
      server.close()
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      await registry.state?.close()
    },
  }
}

/** A browser's end, byte by byte. */
export type RawClient = {
  socket: Socket
  text: () => string
  write: (text: string) => void
  closed: Promise<void>
  sees: (text: string) => Promise<void>
}

export type UpgradeLines = {
  method?: string
  path?: string
  version?: string
  origin?: string | undefined
  protocols?: string | undefined
  extra?: string[]
  /** Sent in the same packet. */
  early?: string
}

export const upgradeRequest = (lines: UpgradeLines & { ticket?: string }): string => {
  const { method = 'GET', path = '/terminal/ws', version = '1.1', extra = [], early = '' } = lines
  const origin = 'origin' in lines ? lines.origin : SITE
  const protocols = 'protocols' in lines ? lines.protocols : `term.v1, ticket.${lines.ticket}`
  const head = [
    `${method} ${path} HTTP/${version}`,
    'Host: site.example',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${KEY}`,
    'Cookie: secret=cookie',
    'X-Term-Grant: forged',
    ...(origin === undefined ? [] : [`Origin: ${origin}`]),
    ...(protocols === undefined ? [] : [`Sec-WebSocket-Protocol: ${protocols}`]),
    ...extra,
  ]
  return `${head.join('\r\n')}\r\n\r\n${early}`
}

export const rawClient = async (port: number, request: string): Promise<RawClient> => {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
  })
  socket.on('error', () => socket.destroy())
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await once(socket, 'connect')
  socket.write(request)
  return {
    socket,
    text: () => text,
    write: (more) => socket.write(more),
    closed,
    sees: (wanted) => eventually(`the client reads ${wanted}`, () => text.includes(wanted)),
  }
}
