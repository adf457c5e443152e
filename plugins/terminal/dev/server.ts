// The process of the development app: one port for the static page, Payload, and the WebSocket.
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { startRelay } from '@shellfolio/payload-terminal/relay'
import { clientAddressFor } from '@shellfolio/runtime/client-address'
import { startNextServer } from '@shellfolio/runtime/next-server'
import { onShutdown } from '@shellfolio/runtime/shutdown'
import { readDevEnv } from './env.ts'
import { createPage } from './page/serve.ts'

const { APP_PORT: port } = readDevEnv()
// Payload's hot reload in the browser dials this port.
process.env.PORT = String(port)

const page = await createPage(join(import.meta.dirname, 'page'))
const registry = terminalRegistry()
const relay = startRelay()
registry.handOver = relay.handOver
registry.clientAddress = clientAddressFor([])

const server = await startNextServer({
  dir: import.meta.dirname,
  hostname: '127.0.0.1',
  port,
  isDev: true,
  trustedProxies: [],
  onRequest: async (request, response) => page(request, response),
  onUpgrade: (request, socket, head) => {
    if (request.url !== registry.path || !registry.handle) return false
    registry.handle(request, socket as Socket, head).catch(() => socket.destroy())
    return true
  },
})

onShutdown(async () => {
  await relay.stop()
  await server.close()
  await registry.state?.close()
  await registry.payload?.destroy()
})
