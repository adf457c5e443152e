// The CMS's process: owns the port, its upgrades and the relay. Payload itself lives in Next's bundle.
import type { Socket } from 'node:net'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { startRelay } from '@shellfolio/payload-terminal/relay'
import { PROBLEM_TYPE, problem } from '@shellfolio/protocol'
import { clientAddressFor } from '@shellfolio/runtime/client-address'
import { refuseUpgrade } from '@shellfolio/runtime/http-server'
import { startNextServer } from '@shellfolio/runtime/next-server'
import { onShutdown } from '@shellfolio/runtime/shutdown'
import { cmsEnv } from './src/env.ts'
import { createLoginGate, isGuarded } from './src/login-limiter.ts'
import { cmsProcess } from './src/process.ts'
import { isPublicApi } from './src/public-api/base.ts'
import { servePublicApi } from './src/public-api/serve.ts'
import { securityHeadersFor } from './src/security-headers.ts'

const UNAVAILABLE =
  'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

const env = cmsEnv()
const isDev = process.env.NODE_ENV !== 'production'
// Payload's hot reload in the browser dials this port.
if (isDev) process.env.PORT = String(env.CMS_PORT)

const securityHeaders = securityHeadersFor({
  isSecure: env.CMS_URL.startsWith('https:'),
  // Hot reload dials addresses of its own.
  ...(isDev ? {} : { socketUrl: env.TERMINAL_PUBLIC_URL }),
})
const logins = createLoginGate({ redisUrl: env.REDIS_URL, key: env.PAYLOAD_SECRET })
const registry = terminalRegistry()
const relay = startRelay({
  onCrash: ({ code, signal }) => console.error(`The relay ended by itself (${signal ?? code}).`),
})
registry.handOver = relay.handOver
registry.clientAddress = clientAddressFor(env.TRUSTED_PROXIES)

const server = await startNextServer({
  // The build and the sources are both run from the package's folder.
  dir: process.cwd(),
  hostname: env.CMS_HOST,
  port: env.CMS_PORT,
  isDev,
  trustedProxies: env.TRUSTED_PROXIES,
  onRequest: async (request, response) => {
    for (const [name, value] of securityHeaders(request.url)) response.setHeader(name, value)
    const { publicApi } = cmsProcess()
    if (publicApi && isPublicApi(request.url)) {
      await servePublicApi(publicApi, request, response)
      return true
    }
    if (!isGuarded(request)) return false
    // Set by the server itself, from what trusted proxies say.
    const waitS = await logins.take(String(request.headers['x-forwarded-for']))
    if (waitS === 0) return false
    response.writeHead(429, { 'content-type': PROBLEM_TYPE, 'retry-after': String(waitS) })
    response.end(JSON.stringify(problem('rate-limited', 'Too many attempts to log in.')))
    return true
  },
  onUpgrade: (request, socket, head) => {
    // The whole target, query included: whatever else it is, it is not ours.
    if (request.url !== registry.path) return false
    if (!registry.handle) refuseUpgrade(socket, UNAVAILABLE)
    else registry.handle(request, socket as Socket, head).catch(() => socket.destroy())
    return true
  },
})
console.log(`The CMS listens on http://${env.CMS_HOST}:${env.CMS_PORT} as ${env.CMS_URL}`)

onShutdown(async () => {
  await relay.stop()
  logins.close()
  await server.close()
  await registry.state?.close()
  await cmsProcess().close?.()
})
