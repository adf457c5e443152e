// The terminal plugin's endpoints on a fake Payload: who gets a ticket, who does not and why, and who reads archives.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { SignJWT } from 'jose'
import { GRANT_KEY, SITE } from '../support/plugin/fake-payload.ts'
import { type FakeService, GREETING, startFakeService } from '../support/plugin/fake-service.ts'
import {
  eventually,
  type Host,
  rawClient,
  startHost,
  upgradeRequest,
} from '../support/plugin/host.ts'

let service: FakeService
let host: Host

beforeAll(async () => {
  service = await startFakeService()
})

beforeEach(async () => {
  service.health({ status: 'ok', sandbox: { available: true } })
  host = await startHost(service.url, { launchRate: { burst: 5, perMinute: 1 } })
})

afterEach(() => host.stop())
afterAll(() => service?.stop())

const post = (body: BodyInit, headers: Record<string, string> = { origin: SITE }) =>
  host.call('POST', '/terminal/tickets', { body, headers })
const launch = (project: string) => post(JSON.stringify({ project }))
const refusal = async (answer: Promise<Response>) => {
  const response = await answer
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const { code } = (await response.json()) as { code: string }
  return [response.status, code]
}

describe('a ticket request', () => {
  test('is answered with a ticket, the address and how long it lasts', async () => {
    const response = await launch('philosophers')
    expect(response.status).toBe(201)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({
      ticket: expect.stringMatching(/^[\w-]{43}$/),
      url: 'ws://localhost:1/terminal/ws',
      expiresInS: 30,
    })
  })

  test('may name a demo instead of a project', async () => {
    expect((await post(JSON.stringify({ demo: 'demo-1' }))).status).toBe(201)
  })

  test('says in every call to Payload whose access counts, the visitor’s for projects', async () => {
    await launch('philosophers')
    expect(host.cms.accesses).toEqual([true, false, true, true])
  })

  test.each(['draft', 'off', 'tide-tables', 'nowhere'])(
    'for something visitors cannot run is refused: %s',
    async (project) => {
      expect(await refusal(launch(project))).toEqual([404, 'demo-not-found'])
    },
  )

  test('from a foreign page is refused', async () => {
    const body = JSON.stringify({ project: 'philosophers' })
    expect(await refusal(post(body, { origin: 'https://evil.example' }))).toEqual([
      403,
      'origin-refused',
    ])
    expect(await refusal(post(body, {}))).toEqual([403, 'origin-refused'])
  })

  test.each(['', 'no json', '[]', '{}', '{"project":1}', '{"project":"x","more":1}'])(
    'with a body that makes no sense is refused: %s',
    async (body) => {
      expect(await refusal(post(body))).toEqual([400, 'bad-request'])
    },
  )

  test('with a large body is refused before it is parsed', async () => {
    const body = JSON.stringify({ project: 'x'.repeat(5000) })
    expect(await refusal(post(body))).toEqual([413, 'body-too-large'])
  })

  test('is refused when there were too many, with the time to wait', async () => {
    for (let index = 0; index < 5; index += 1)
      expect((await launch('philosophers')).status).toBe(201)
    const response = await launch('philosophers')
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    const other = await host.call('POST', '/terminal/tickets', {
      body: JSON.stringify({ project: 'philosophers' }),
      headers: { origin: SITE },
      address: '198.51.100.9',
    })
    expect(other.status).toBe(201)
  })

  test('is refused while the owner has switched terminals off', async () => {
    host.cms.terminal.enabled = false
    expect(await refusal(launch('philosophers'))).toEqual([503, 'terminal-disabled'])
  })

  test('tells the truth about a service that is away, full, or has no sandbox', async () => {
    const asked: [unknown, number, string][] = [
      [{ sandbox: { available: false } }, 503, 'sandbox-unavailable'],
      [{ status: 'bad' }, 500, 'service-unavailable'],
      [{ sandbox: { available: true }, sessions: 24, capacity: 24 }, 200, 'terminal-full'],
    ]
    for (const [body, status, code] of asked) {
      service.health(body, status)
      const fresh = await startHost(service.url)
      const answer = fresh.call('POST', '/terminal/tickets', {
        body: JSON.stringify({ project: 'philosophers' }),
        headers: { origin: SITE },
      })
      expect(await refusal(answer)).toEqual([503, code])
      await fresh.stop()
    }
    const nowhere = await startHost('http://127.0.0.1:9')
    await expect(nowhere.ticket()).rejects.toThrow('service-unavailable')
    await nowhere.stop()
  })

  test('never shows what went wrong inside', async () => {
    host.cms.payload.findGlobal = () => Promise.reject(new Error('password=secret'))
    const response = await launch('philosophers')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(host.cms.logged).toHaveLength(1)
  })
})

describe('the number of sessions', () => {
  const open = async () => {
    const client = await rawClient(host.port, upgradeRequest({ ticket: await host.ticket() }))
    await client.sees(GREETING)
    return client
  }

  test('of one address is bounded, and room comes back when one ends', async () => {
    host.cms.terminal.maxSessionsPerAddress = 2
    const [first, second] = [await open(), await open()]
    expect(await refusal(launch('philosophers'))).toEqual([429, 'rate-limited'])
    first.socket.destroy()
    await eventually('the first has ended', () => host.relay.count() === 1)
    const third = await open()
    second.socket.destroy()
    third.socket.destroy()
  })

  test('in all is bounded, for tickets that wait as well', async () => {
    host.cms.terminal.capacity = 1
    const [one, two] = [await host.ticket(), await host.ticket()]
    const first = await rawClient(host.port, upgradeRequest({ ticket: one }))
    await first.sees(GREETING)
    const second = await rawClient(host.port, upgradeRequest({ ticket: two }))
    await second.closed
    expect(second.text()).toMatch(/^HTTP\/1\.1 503 /)
    expect(second.text()).toContain('terminal-full')
    first.socket.destroy()
  })

  test('is told by the status, with nothing about visitors', async () => {
    const client = await open()
    const status = await (await host.call('GET', '/terminal/status')).json()
    expect(status).toEqual({
      enabled: true,
      available: true,
      sessions: 1,
      capacity: 10,
      notice: 'Be kind.',
    })
    client.socket.destroy()
  })
})

describe('a relay that dies', () => {
  test('ends its sessions, is started again, and serves the next one', async () => {
    const client = await rawClient(host.port, upgradeRequest({ ticket: await host.ticket() }))
    await client.sees(GREETING)
    const pid = host.relay.pid()!
    process.kill(pid, 'SIGKILL')
    await client.closed
    await eventually('its sessions are gone', () => host.relay.count() === 0)
    await eventually('another one runs', () => host.relay.isReady() && host.relay.pid() !== pid)
    const next = await rawClient(host.port, upgradeRequest({ ticket: await host.ticket() }))
    await next.sees(GREETING)
    next.socket.destroy()
  })

  test('leaves no process behind when it is stopped', async () => {
    const pid = host.relay.pid()!
    await host.relay.stop()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    const client = await rawClient(host.port, upgradeRequest({ ticket: await host.ticket() }))
    await client.closed
    expect(client.text()).toMatch(/^HTTP\/1\.1 503 /)
  })
})

describe('an archive', () => {
  const token = (audience: string, subject: string, key = GRANT_KEY, age = 0) =>
    new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('shellfolio-cms')
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(Math.floor(Date.now() / 1000) - age)
      .setExpirationTime(Math.floor(Date.now() / 1000) - age + 120)
      .sign(new TextEncoder().encode(key))
  const read = (id: string, bearer?: string) =>
    host.call('GET', `/terminal/archives/${id}`, {
      headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
    })

  test('is streamed to whom the CMS gave a token for it', async () => {
    const response = await read('archive-1', await token('terminal-archive', 'archive-1'))
    expect(response.status).toBe(200)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe('archive bytes')
  })

  test('is read by nobody else', async () => {
    const bearers = [
      undefined,
      'x.y.z',
      await token('terminal-service', 'archive-1'),
      await token('terminal-archive', 'archive-2'),
      await token('terminal-archive', 'archive-1', 'x'.repeat(40)),
      await token('terminal-archive', 'archive-1', GRANT_KEY, 200),
    ]
    for (const bearer of bearers) {
      expect(await refusal(read('archive-1', bearer))).toEqual([401, 'signature-refused'])
    }
  })

  test('that is not there is told to the holder of a token only', async () => {
    const bearer = await token('terminal-archive', 'gone')
    expect(await refusal(read('gone', bearer))).toEqual([404, 'not-found'])
    expect(await refusal(read('gone'))).toEqual([401, 'signature-refused'])
  })
})
