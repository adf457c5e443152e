// Services that announce themselves to the plugin, honest ones and others, and launches that follow from it.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  ANNOUNCEMENT_AUDIENCE,
  ANNOUNCEMENT_ISSUER,
  type Announcement,
  GRANT_ISSUER,
} from '@shellfolio/protocol'
import { SignJWT } from 'jose'
import { announced } from '../../plugins/terminal/src/fleet/announcements-contract.ts'
import { GRANT_KEY, OWNER, SITE } from '../support/plugin/fake-payload.ts'
import { type FakeService, GREETING, startFakeService } from '../support/plugin/fake-service.ts'
import {
  eventually,
  type Host,
  rawClient,
  startHost,
  upgradeRequest,
} from '../support/plugin/host.ts'

let configured: FakeService
let services: FakeService[]
let host: Host
let atMs: number

beforeEach(async () => {
  atMs = 1000
  configured = await startFakeService()
  services = [await startFakeService(), await startFakeService()]
  host = await startHost(configured.url, {
    services: { allow: [...services.map(({ url }) => url), configured.url] },
  })
  host.cms.terminal.maxSessionsPerAddress = 100
})
afterEach(async () => {
  await host.stop()
  for (const service of [configured, ...services]) await service.stop()
})

type Signing = { key?: string; issuer?: string; audience?: string; ageS?: number; ttlS?: number }

const sign = (service: unknown, how: Signing = {}) => {
  const { key = GRANT_KEY, issuer = ANNOUNCEMENT_ISSUER, audience = ANNOUNCEMENT_AUDIENCE } = how
  const issuedS = Math.floor(Date.now() / 1000) - (how.ageS ?? 0)
  return new SignJWT({ service })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issuedS)
    .setExpirationTime(issuedS + (how.ttlS ?? 10))
    .sign(new TextEncoder().encode(key))
}

const post = async (token: string | undefined) => {
  const headers: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await host.call('POST', '/terminal/services', { headers })
  return response.status === 204 ? 204 : ((await response.json()) as { code: string }).code
}

const said = (index: number, more: Partial<Announcement> = {}): Announcement => {
  atMs += 1
  const { unplaced: _, ...facts } = announced({ url: services[index]?.url ?? '', atMs, ...more })
  return facts
}
const announce = async (index: number, more: Partial<Announcement> = {}) =>
  post(await sign(said(index, more)))

const open = async () => {
  const client = await rawClient(host.port, upgradeRequest({ ticket: await host.ticket() }))
  await client.sees(GREETING)
  return client
}
const hosts = async () => {
  const response = await host.call('GET', '/terminal/status')
  return (await response.json()) as Record<string, unknown>
}

describe('an announcement', () => {
  test('is believed when it is signed for that, a moment ago, from where services may be', async () => {
    expect(await announce(0, { capacity: 3 })).toBe(204)
    expect(await announce(1, { capacity: 4 })).toBe(204)
    expect(await hosts()).toMatchObject({ available: true, capacity: 7 })
  })

  test.each<[string, Signing]>([
    ['with another key', { key: 'x'.repeat(40) }],
    ['for sessions', { audience: 'terminal-service' }],
    ['for control', { audience: 'terminal-control' }],
    ['by the CMS', { issuer: GRANT_ISSUER }],
    ['too long ago', { ageS: 20 }],
    ['for long', { ageS: 20, ttlS: 3600 }],
    ['tomorrow', { ageS: -3600 }],
  ])('is refused when it was signed %s', async (_, how) => {
    expect(await post(await sign(said(0), how))).toBe('signature-refused')
    expect(configured.requests).toEqual([])
  })

  test('is refused without a token, with nonsense for one, and with facts that make no sense', async () => {
    expect(await post(undefined)).toBe('signature-refused')
    expect(await post('a.b.c')).toBe('signature-refused')
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{}')}.`.replaceAll('=', '')
    expect(await post(unsigned)).toBe('signature-refused')
    const wrong: object[] = [
      { capacity: 0 },
      { running: -1 },
      { url: 'ftp://127.0.0.1' },
      { url: `${services[0]?.url}/path` },
      { workspaces: ['../x'] },
      { workspaces: Array.from({ length: 65 }, () => 'a'.repeat(64)) },
      { id: '' },
    ]
    for (const facts of wrong) {
      expect(await announce(0, facts)).toBe('signature-refused')
    }
  })

  test('from somewhere else is refused, whoever signed it, and nobody is sent there', async () => {
    const elsewhere = await startFakeService()
    for (const url of [elsewhere.url, 'http://169.254.169.254', 'http://localhost:6379']) {
      expect(await post(await sign(said(0, { url })))).toBe('not-allowed')
    }
    const client = await open()
    expect([elsewhere.requests.length, configured.requests.length]).toEqual([0, 1])
    client.socket.destroy()
    await elsewhere.stop()
  })

  test('that comes again changes nothing', async () => {
    const old = await sign(said(0))
    expect(await post(old)).toBe(204)
    await announce(0, { leaving: true })
    expect(await post(old)).toBe(204)
    await open()
    expect(configured.requests).toHaveLength(1)
  })
})

describe('an operator', () => {
  const overview = async () => {
    const response = await host.call('GET', '/terminal/sessions')
    return (await response.json()) as { capacity: number; hosts: Record<string, unknown>[] }
  }
  const drain = async (query = '') =>
    (await fetch(`${host.url}/api/terminal/drain${query}`, { method: 'POST' })).status

  test('sees the services that are there, and the one of the configuration when none is', async () => {
    await host.stop()
    host = await startHost(configured.url, {
      services: { allow: services.map(({ url }) => url) },
      mayOperate: () => true,
    })
    expect(await overview()).toMatchObject({
      capacity: 10,
      hosts: [{ id: '', url: configured.url, draining: false, sandbox: 'available' }],
    })
    await announce(0, { id: 'one', capacity: 4, running: 1 })
    await announce(1, { id: 'two', capacity: 2, draining: true, sandbox: undefined })
    const { capacity, hosts: listed } = await overview()
    expect([capacity, listed.length]).toEqual([6, 2])
    expect(listed).toContainEqual({
      id: 'one',
      url: services[0]?.url,
      capacity: 4,
      running: 1,
      draining: false,
      sandbox: 'cgroup-v2',
    })
    const drains = () =>
      services.map(({ orders }) => orders.filter(({ action }) => action === 'drain').length)
    expect(await drain('?service=one')).toBe(202)
    expect(drains()).toEqual([1, 0])
    expect(await drain(`?service=${encodeURIComponent(services[1]?.url ?? '')}`)).toBe(202)
    expect(drains()).toEqual([1, 1])
    expect(await drain('?service=http://169.254.169.254')).toBe(404)
    expect(await drain()).toBe(202)
    expect(drains()).toEqual([2, 2])
  })
})

describe('a launch', () => {
  test('goes to a service that announced itself, and to the one of the configuration when none did', async () => {
    const first = await open()
    await announce(0)
    const second = await open()
    expect([configured.requests.length, services[0]?.requests.length]).toEqual([1, 1])
    for (const client of [first, second]) client.socket.destroy()
  })

  test('is spread, and each session’s browser and onlookers come to its own service', async () => {
    await announce(0, { capacity: 1 })
    await announce(1, { capacity: 1 })
    for (const service of services) service.keepDetached(true)
    const launches = [await host.launch(), await host.launch()]
    const clients = await Promise.all(
      launches.map(({ ticket }) => rawClient(host.port, upgradeRequest({ ticket }))),
    )
    for (const client of clients) await client.sees(GREETING)
    expect(services.map(({ requests }) => requests.length)).toEqual([1, 1])
    for (const client of clients) client.socket.destroy()
    for (const { session, key } of launches) {
      const { ticket } = await host.launch({ body: { session, key } })
      await (await rawClient(host.port, upgradeRequest({ ticket }))).sees(GREETING)
    }
    expect(services.map(({ requests }) => requests.length)).toEqual([2, 2])
    for (const { session } of launches) {
      const init = { headers: { origin: SITE }, body: '{}', user: OWNER }
      const response = await host.call('POST', `/terminal/sessions/${session}/watch`, init)
      const { ticket } = (await response.json()) as { ticket: string }
      await (await rawClient(host.port, upgradeRequest({ ticket }))).sees(GREETING)
    }
    expect(services.map(({ requests }) => requests.length)).toEqual([3, 3])
    expect(services.map(({ running }) => running().length)).toEqual([1, 1])
  })

  test('takes no room of sessions whose places the store has lost, on the one service neither', async () => {
    configured.health({ sandbox: { available: true }, sessions: 3, capacity: 5 })
    const answers: number[] = []
    for (let count = 0; count < 3; count += 1) {
      const headers = { origin: SITE }
      const body = JSON.stringify({ project: 'philosophers' })
      const response = await host.call('POST', '/terminal/tickets', { headers, body })
      answers.push(response.status)
    }
    expect(answers).toEqual([201, 201, 202])
  })

  test('passes over a service that drains, and one that has died without a word', async () => {
    await announce(0, { draining: true })
    await announce(1)
    await open()
    expect(services.map(({ requests }) => requests.length)).toEqual([0, 1])
    await announce(0)
    await services[1]?.stop()
    // What is known of its health lasts a second; until then a launch may be refused, but is not left hanging.
    await eventually('a launch goes to the other', async () => {
      const request = upgradeRequest({ ticket: await host.ticket() })
      const client = await rawClient(host.port, request)
      await eventually(
        'it is answered',
        () => client.text().includes(GREETING) || client.text().includes(' 503 '),
      )
      client.socket.destroy()
      return services[0]?.requests.length === 1
    })
  })

  test('comes back to nothing when its service has gone', async () => {
    await announce(0)
    services[0]?.keepDetached(true)
    const { ticket, session, key } = await host.launch()
    const client = await rawClient(host.port, upgradeRequest({ ticket }))
    await client.sees(GREETING)
    await services[0]?.stop()
    const back = () => host.launch({ body: { session, key } })
    await expect(back()).rejects.toThrow('service-unavailable')
    await announce(0, { leaving: true })
    await expect(back()).rejects.toThrow('session-gone')
  })
})
