// Run as a process of its own: a CMS with its relay, as it is in production but for Next, which logs all that it can.
import { rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { terminalRegistry } from '@shellfolio/payload-terminal/registry'
import { startRelay } from '@shellfolio/payload-terminal/relay'
import { handleEndpoints } from 'payload'
import { logger } from '../../../cms/src/logger.ts'
import { clientAddressFor } from '../../../scripts/runtime/src/client-address.ts'
import { createHttpServer } from '../../../scripts/runtime/src/http-server.ts'
import { startTestCms } from '../cms.ts'
import { tarGz } from '../files.ts'
import { apiListener } from '../plugin/serve-api.ts'

const [, , port = '', terminalUrl = '', grantKey = ''] = process.argv
const url = `http://127.0.0.1:${port}`
const registry = terminalRegistry()
const relay = startRelay()
registry.handOver = relay.handOver
registry.clientAddress = clientAddressFor(['loopback'])

const options = typeof logger === 'object' && 'options' in logger ? logger.options : {}
const cms = await startTestCms({
  terminalUrl,
  env: { CMS_URL: url, CMS_INTERNAL_URL: url, TERMINAL_GRANT_KEY: grantKey },
  extend: (config) => ({ ...config, logger: { options: { ...options, level: 'trace' } } }),
})
const { payload } = cms
const everything = { overrideAccess: true } as const

const project = async (slug: string) => {
  const archive = await payload.create({
    collection: 'archives',
    data: {},
    file: await tarGz(`${slug}.tar.gz`, { 'main.c': `int ${slug};` }),
    ...everything,
  })
  const demo = await payload.create({
    collection: 'demos',
    data: { title: slug, archive: archive.id, toolchain: 'c', mode: 'shell', enabled: true },
    ...everything,
  })
  await payload.create({
    collection: 'projects',
    data: {
      title: slug,
      summary: 'It works.',
      slug,
      kind: 'personal',
      demo: demo.id,
      _status: 'published',
    },
    ...everything,
  })
  return archive.filename ?? ''
}
await project('whole')
// Its file is lost, as after a restored backup.
await rm(join(cms.uploadDir, 'archives', await project('broken')))
const { email } = await cms.account('owner')

const server = createHttpServer({
  trustedProxies: ['loopback'],
  serve: apiListener((request) => handleEndpoints({ config: payload.config, request })),
  onUpgrade: (request, socket, head) => {
    if (request.url !== registry.path || !registry.handle) return false
    registry.handle(request, socket as Socket, head).catch(() => socket.destroy())
    return true
  },
})
await relay.ready
await new Promise<void>((resolve) => server.listen(Number(port), '127.0.0.1', resolve))
// Told to lose its database.
process.once('message', async () => {
  await payload.db.pool.end()
  process.send?.({})
})
process.once('disconnect', async () => {
  await relay.stop()
  server.close()
  server.closeAllConnections()
  // It cannot close a database that it has lost.
  await cms.stop().catch(() => undefined)
  process.exit(0)
})
process.send?.({ email, uploadDir: cms.uploadDir })
