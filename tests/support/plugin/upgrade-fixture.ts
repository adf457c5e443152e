// A host whose upgrades lead to a fake terminal service, the same for all tests of a file; each leaves no socket behind.
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import { type FakeService, startFakeService } from './fake-service.ts'
import {
  eventually,
  type Host,
  rawClient,
  startHost,
  type UpgradeLines,
  upgradeRequest,
} from './host.ts'

export let service: FakeService
export let host: Host

beforeAll(async () => {
  service = await startFakeService()
  host = await startHost(service.url)
  // Tickets hold places, and most of these tests leave some behind.
  Object.assign(host.cms.terminal, { capacity: 1000, maxSessionsPerAddress: 1000 })
})

beforeEach(() => {
  service.behave('echo')
  service.keepDetached(false)
  host.comeFrom('203.0.113.7')
})

afterEach(async () => {
  await eventually('no socket is left in the host', () => host.sockets() === 0)
  await eventually('no session is left in the relay', () => host.relay.count() === 0)
  await eventually('no socket is left at the service', () => service.sockets() === 0)
})

afterAll(async () => {
  await host?.stop()
  await service?.stop()
})

export const upgrade = async (lines: UpgradeLines & { ticket?: string } = {}) => {
  const ticket = lines.ticket ?? (await host.ticket())
  return rawClient(host.port, upgradeRequest({ ...lines, ticket }))
}

export const refused = async (lines: UpgradeLines & { ticket?: string } = {}) => {
  const client = await upgrade(lines)
  await client.closed
  return client.text()
}

export const problem = (text: string) => JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4))
