// Runs a Next application behind an HTTP server that we own, so that no upgrade ever reaches Next in production.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import next from 'next'
import { createHttpServer, type HttpServerOptions } from './http-server.ts'

export type NextServerOptions = Pick<HttpServerOptions, 'trustedProxies' | 'onUpgrade'> & {
  /** Folder of the Next application. */
  dir: string
  hostname: string
  port: number
  isDev: boolean
  /** Sees every request before Next does, and may change it; answers whether it took it. */
  onRequest?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

export type NextServer = { close: () => Promise<void> }

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
  const server = createHttpServer({
    trustedProxies,
    serve,
    onUpgrade: (request, socket, head) => {
      if (onUpgrade?.(request, socket, head)) return true
      if (!isHotReload(request)) return false
      return decoy.emit('upgrade', request, socket, head)
    },
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
