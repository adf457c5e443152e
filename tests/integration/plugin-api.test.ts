// The terminal plugin's endpoints on a fake Payload: who gets a ticket, who does not and why, and who reads archives.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { isLaunchPlace, type LaunchPlace, type LaunchTicket } from '@shellfolio/protocol'
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
  service.keepDetached(false)
  service.listens(true)
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

/** The place in the queue that an answer carries. */
const placeOf = async (answer: Promise<Response>) => {
  const response = await answer
  const place: unknown = await response.json()
  expect([response.status, isLaunchPlace(place)]).toEqual([202, true])
  return place as LaunchPlace
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
      session: expect.stringMatching(/^[\w-]{22}$/),
      key: expect.stringMatching(/^[\w-]{43}$/),
      limits: { idleS: 300, maxS: 1800 },
    })
  })

  test('may name a demo instead of a project', async () => {
    expect((await post(JSON.stringify({ demo: 'demo-1' }))).status).toBe(201)
  })

  test.each(['demo-2', 'demo-3', 'nowhere'])(
    'for a demo that no published project shows, or that is off, is refused: %s',
    async (demo) => {
      expect(await refusal(post(JSON.stringify({ demo })))).toEqual([404, 'demo-not-found'])
    },
  )

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
    const headers = { origin: SITE, 'sec-fetch-site': 'cross-site' }
    expect(await refusal(post(body, headers))).toEqual([403, 'origin-refused'])
    expect((await post(body, { origin: SITE, 'sec-fetch-site': 'same-site' })).status).toBe(201)
  })

  test.each([
    '',
    'no json',
    '[]',
    '{}',
    '{"project":1}',
    '{"project":"x","more":1}',
    '{"session":"x"}',
  ])('with a body that makes no sense is refused: %s', async (body) => {
    expect(await refusal(post(body))).toEqual([400, 'bad-request'])
  })

  test('with a large body is refused before it is parsed', async () => {
    const body = JSON.stringify({ project: 'x'.repeat(5000) })
    expect(await refusal(post(body))).toEqual([413, 'body-too-large'])
  })

  test('is refused when there were too many, with the time to wait', async () => {
    host.cms.terminal.maxSessionsPerAddress = 100
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

  test('waits for a service that is full', async () => {
    service.health({ sandbox: { available: true }, sessions: 24, capacity: 24 }, 200)
    const fresh = await startHost(service.url)
    const body = JSON.stringify({ project: 'philosophers' })
    const answer = fresh.call('POST', '/terminal/tickets', { body, headers: { origin: SITE } })
    expect((await placeOf(answer)).position).toBe(1)
    await fresh.stop()
  })

  test('tells the truth about a service that is away or has no sandbox', async () => {
    const asked: [unknown, number, string][] = [
      [{ sandbox: { available: false } }, 503, 'sandbox-unavailable'],
      [{ status: 'bad' }, 500, 'service-unavailable'],
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

describe('the way back into a session', () => {
  const lose = async () => {
    service.keepDetached(true)
    const launched = await host.launch()
    const request = upgradeRequest({ ticket: launched.ticket })
    const client = await rawClient(host.port, request)
    await client.sees(GREETING)
    client.socket.destroy()
    return launched
  }
  const comeBack = (session: string, key: string) => post(JSON.stringify({ session, key }))
  const comeBackFrom = (address: string, session: string, key: string) =>
    host.call('POST', '/terminal/tickets', {
      body: JSON.stringify({ session, key }),
      headers: { origin: SITE },
      address,
    })

  test('is answered alike for a wrong key, an unknown session and one that never began', async () => {
    const { session, key } = await lose()
    const unused = await host.launch()
    const wrong = [
      await comeBack(session, unused.key),
      await comeBack('x'.repeat(22), key),
      await comeBack(unused.session, unused.key),
    ]
    const answers = await Promise.all(wrong.map((response) => response.text()))
    expect(wrong.map(({ status }) => status)).toEqual([410, 410, 410])
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('session-gone')
    service.finish(session)
    const late = comeBackFrom('198.51.100.9', session, key)
    expect(await refusal(late)).toEqual([410, 'session-gone'])
  })

  test('is closed to foreign pages, and costs what a launch costs', async () => {
    const { session, key } = await lose()
    const body = JSON.stringify({ session, key })
    expect(await refusal(post(body, { origin: 'https://evil.example' }))).toEqual([
      403,
      'origin-refused',
    ])
    for (let index = 0; index < 4; index += 1) expect((await post(body)).status).toBe(201)
    expect(await refusal(post(body))).toEqual([429, 'rate-limited'])
    service.finish(session)
  })

  test('is closed while the owner forbids the demo, and when nobody can say what runs', async () => {
    const { session, key } = await lose()
    const [demo] = host.cms.documents.demos!
    demo!.enabled = false
    expect(await refusal(comeBack(session, key))).toEqual([410, 'session-gone'])
    demo!.enabled = true
    host.cms.terminal.enabled = false
    expect(await refusal(comeBack(session, key))).toEqual([503, 'terminal-disabled'])
    host.cms.terminal.enabled = true
    service.listens(false)
    expect(await refusal(comeBack(session, key))).toEqual([503, 'service-unavailable'])
    service.listens(true)
    service.finish(session)
  })

  test('leaves no key, ticket or grant in a log', async () => {
    const { session, key, ticket } = await lose()
    service.listens(false)
    await comeBack(session, key)
    host.cms.payload.findGlobal = () => Promise.reject(new Error('The database is away.'))
    await comeBack(session, key)
    const logged = JSON.stringify([host.cms.logged, host.cms.told])
    for (const secret of [key, ticket, 'eyJ']) expect(logged).not.toContain(secret)
    service.finish(session)
  })
})

describe('what the owner forbids', () => {
  test('ends in the sessions that run already', async () => {
    service.keepDetached(true)
    const { session, ticket } = await host.launch()
    const client = await rawClient(host.port, upgradeRequest({ ticket }))
    await client.sees(GREETING)
    host.cms.terminal.enabled = false
    await eventually('the session is ended', () => !service.running().includes(session), 15_000)
    await client.closed
    await eventually('its place is free', async () => (await host.places()) === 0)
    expect(service.orders).toContainEqual({ action: 'end', sid: session })
  })
})

describe('the number of launches', () => {
  test('of all addresses together is bounded, and ways back do not count', async () => {
    await host.stop()
    host = await startHost(service.url, { allLaunchesRate: { burst: 2, perMinute: 1 } })
    const first = (await (await launch('philosophers')).json()) as LaunchTicket
    host.comeFrom('198.51.100.1')
    expect((await launch('philosophers')).status).toBe(201)
    host.comeFrom('198.51.100.2')
    const late = await launch('philosophers')
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true])
    const { session, key } = first
    expect(await refusal(post(JSON.stringify({ session, key })))).toEqual([410, 'session-gone'])
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
    await eventually('the first has ended', async () => (await host.places()) === 1)
    const third = await open()
    second.socket.destroy()
    third.socket.destroy()
  })

  test('in all is bounded, by tickets that wait as well', async () => {
    host.cms.terminal.capacity = 1
    const ticket = await host.ticket()
    expect((await placeOf(launch('philosophers'))).position).toBe(1)
    const client = await rawClient(host.port, upgradeRequest({ ticket }))
    await client.sees(GREETING)
    expect((await placeOf(launch('philosophers'))).position).toBe(2)
    client.socket.destroy()
  })

  test('of one demo is bounded', async () => {
    host.cms.documents.demos![0]!.maxSessions = 1
    await host.ticket()
    expect((await placeOf(launch('philosophers'))).position).toBe(1)
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
      recorded: false,
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
