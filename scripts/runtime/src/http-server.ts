// The HTTP server of a process of ours: bounded, sure of who asks, and the owner of every upgrade.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { clientAddressFor } from './client-address.ts'
import { HTTP_LIMITS, SILENCE_MS } from './http-limits.ts'

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export type HttpServerOptions = {
  /** Proxies whose X-Forwarded-For is believed: addresses, networks, or `loopback`, `uniquelocal`. */
  trustedProxies: string[]
  /** Answers a request, whose `x-forwarded-for` is the one address that we vouch for. */
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Takes the upgrades that are ours; answers whether it did. All others are refused with 404. */
  onUpgrade?: ((...args: Parameters<UpgradeHandler>) => boolean) | undefined
  /** @default six minutes */
  silenceMs?: number
}

const NOT_FOUND = 'HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

/** Answers an upgrade that nobody takes and lets go of its socket. */
export const refuseUpgrade = (socket: Duplex, response = NOT_FOUND): void => {
  socket.on('error', () => socket.destroy())
  socket.end(response, () => socket.destroy())
}

/** Not yet listening. */
export const createHttpServer = ({
  trustedProxies,
  serve,
  onUpgrade,
  silenceMs = SILENCE_MS,
}: HttpServerOptions): Server => {
  const clientAddress = clientAddressFor(trustedProxies)
  const server = createServer(HTTP_LIMITS)
  server.timeout = silenceMs
  server.on('request', (request, response) => {
    // Handlers see one address: the one we vouch for, never what a client claims.
    request.headers['x-forwarded-for'] = clientAddress(request)
    serve(request, response).catch((error) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
  server.on('upgrade', (request, socket, head) => {
    if (!onUpgrade?.(request, socket, head)) refuseUpgrade(socket)
  })
  return server
}
