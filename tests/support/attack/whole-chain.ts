// Plugin, relay and a real terminal service in one process; the demo is a shell that echoes, and every launch is a new address.
import { createHash } from 'node:crypto'
import { freePort } from '../../../scripts/lib/ports.mjs'
import {
  FakeSandbox,
  type FakeTerminal,
  packFiles,
  startTestService,
  TestClient,
  type TestService,
} from '../../../terminal-service/src/testing/index.ts'
import { SITE } from '../plugin/fake-payload.ts'
import { type Host, rawClient, startHost, upgradeRequest } from '../plugin/host.ts'

export type WholeChain = {
  host: Host
  service: TestService
  /** A browser at the public WebSocket with a ticket of its own, before its HELLO. */
  connect: () => Promise<TestClient>
  /** The same, as bytes, after the 101. */
  connectRaw: () => ReturnType<typeof rawClient>
  /** A whole visit: launch, type, read the echo, leave. @throws when any of it fails */
  visit: () => Promise<void>
  /** The last terminal that was opened. */
  terminal: () => FakeTerminal
  stop: () => Promise<void>
}

const SESSIONS = 600

export const startWholeChain = async (): Promise<WholeChain> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const sandbox = new FakeSandbox()
  const service = await startTestService({ sandbox, capacity: SESSIONS, archiveOrigin: url })
  const archive = await packFiles({ 'project/README': 'A project.\n' })
  const host = await startHost(service.url, {
    port,
    cmsUrl: url,
    grantKey: service.grantKey,
    allLaunchesRate: { burst: 10_000, perMinute: 10_000 },
    openArchive: () => new Blob([Uint8Array.from(archive)]).stream() as ReadableStream<Uint8Array>,
  })
  Object.assign(host.cms.terminal, { capacity: SESSIONS })
  Object.assign(host.cms.documents.demos?.[0] ?? {}, { mode: 'shell', build: '', rules: [] })
  Object.assign(host.cms.documents.archives?.[0] ?? {}, {
    sha256: createHash('sha256').update(archive).digest('hex'),
    filesize: archive.byteLength,
  })

  let visitors = 0
  const ticket = () => {
    visitors += 1
    host.comeFrom(`198.51.${visitors >> 8}.${visitors & 0xff}`)
    return host.ticket()
  }
  const connect = async () =>
    TestClient.connect({
      url,
      path: '/terminal/ws',
      protocols: ['term.v1', `ticket.${await ticket()}`],
      origin: SITE,
    })
  const visit = async () => {
    const client = await connect()
    client.hello()
    await client.untilText('$ ')
    client.type('still here')
    await client.untilText('still here')
    client.send({ op: 'close' })
    await client.untilClosed()
  }

  return {
    host,
    service,
    connect,
    connectRaw: async () => {
      const client = await rawClient(port, upgradeRequest({ ticket: await ticket() }))
      await client.sees('\r\n\r\n')
      return client
    },
    visit,
    terminal: () => sandbox.terminals.at(-1) as FakeTerminal,
    stop: async () => {
      await host.stop()
      await service.close()
    },
  }
}
