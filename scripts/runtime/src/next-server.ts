// Runs a Next application behind an HTTP server that we own, so that no upgrade ever reaches Next in production.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import { clientAddressFor } from './client-address.ts'
import { HTTP_LIMITS } from './http-limits.ts'

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export type NextServerOptions = {
  /** Folder of the Next application. */
  dir: string
  hostname: string
  port: number
  isDev: boolean
  /** Proxies whose X-Forwarded-For is believed: addresses, networks, or `loopback`, `uniquelocal`. */
  trustedProxies: string[]
  /** Sees every request before Next does, and may change it; answers whether it took it. */
  onRequest?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
  /** Takes the upgrades that are ours; answers whether it did. All others are refused with 404. */
  onUpgrade?: (...args: Parameters<UpgradeHandler>) => boolean
}

export type NextServer = { close: () => Promise<void> }

const NOT_FOUND = 'HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

/** Answers an upgrade that nobody takes and lets go of its socket. */
export const refuseUpgrade = (socket: Duplex, response = NOT_FOUND): void => {
  socket.on('error', () => socket.destroy())
  socket.end(response, () => socket.destroy())
}

const listen = (server: Server, port: number, hostname: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, hostname, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Starts the application and resolves once it answers. @throws when the port is taken or Next cannot prepare */
export const startNextServer = async (options: NextServerOptions): Promise<NextServer> => {
  const { dir, hostname, port, isDev, trustedProxies, onRequest, onUpgrade } = options
  const clientAddress = clientAddressFor(trustedProxies)
  const server = createServer(HTTP_LIMITS)
  // Next attaches its own upgrade listener to the server it is given. It gets a decoy, which hears of hot reload only.
  const decoy = createServer()
  const app = next({ dev: isDev, dir, hostname, port, httpServer: decoy })
  const isHotReload = (request: IncomingMessage) => isDev && request.url?.startsWith('/_next/')

  await app.prepare()
  const handle = app.getRequestHandler()
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    if (await onRequest?.(request, response)) return
    await handle(request, response)
  }
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
    if (onUpgrade?.(request, socket, head)) return
    if (isHotReload(request)) decoy.emit('upgrade', request, socket, head)
    else refuseUpgrade(socket)
  })
  await listen(server, port, hostname)
  // Next runs instrumentation and attaches hot reload on the first request, not in prepare().
  await fetch(`http://${hostname}:${port}/_next/static/warm-up`).catch(() => undefined)

  const close = async () => {
    server.close()
    server.closeAllConnections()
    await app.close()
  }
  return { close }
}
