// The owner who looks on at a session and says something to it: who may, what it costs the session, and how it ends.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  isLaunchTicket,
  type LaunchTicket,
  MAX_NOTICE_CHARS,
  type SessionGrant,
} from '@shellfolio/protocol'
import { decodeJwt } from 'jose'
import { OWNER, SITE } from '../support/plugin/fake-payload.ts'
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
let isOperator: boolean

beforeAll(async () => {
  service = await startFakeService()
})
beforeEach(async () => {
  isOperator = true
  host = await startHost(service.url, { mayOperate: () => isOperator })
})
afterEach(() => host.stop())
afterAll(() => service?.stop())

const open = async (ticket: string) => {
  const client = await rawClient(host.port, upgradeRequest({ ticket }))
  await client.sees(GREETING)
  return client
}
const visit = async () => {
  const { ticket, session } = await host.launch()
  return { session, client: await open(ticket) }
}
type Asking = { origin?: string; user?: object | undefined; body?: unknown }
const ask = async (path: string, { body = {}, ...asking }: Asking = {}) => {
  const { origin = SITE } = asking
  const user = 'user' in asking ? asking.user : OWNER
  const response = await host.call('POST', `/terminal/sessions/${path}`, {
    headers: { origin },
    body: JSON.stringify(body),
    ...(user ? { user } : {}),
  })
  const type = response.headers.get('content-type')
  expect(type).toBe(response.ok ? 'application/json' : 'application/problem+json')
  const answer = (await response.json()) as Record<string, unknown>
  return { status: response.status, body: answer, told: `${response.status} ${answer.code}` }
}
const ticketFor = async (session: string) => {
  const { status, body } = await ask(`${session}/watch`)
  expect([status, isLaunchTicket(body)]).toEqual([201, true])
  return body as unknown as LaunchTicket
}
const grantOf = (index: number) =>
  decodeJwt<{ grant: SessionGrant }>(String(service.requests.at(index)?.headers['x-term-grant']))
    .grant

describe('an owner who looks on', () => {
  test('joins what runs as an observer, and records nothing', async () => {
    const { session, client } = await visit()
    const started = grantOf(-1)
    const watcher = await open((await ticketFor(session)).ticket)
    expect(grantOf(-1)).toEqual({
      ...started,
      role: 'observer',
      attach: true,
      record: false,
      archive: { ...started.archive, token: expect.any(String) },
    })
    for (const { socket } of [watcher, client]) socket.destroy()
  })

  test('gets no way back that is worth anything, but as many tickets as it takes', async () => {
    const { session, client } = await visit()
    const { key } = await ticketFor(session)
    await expect(host.launch({ body: { session, key } })).rejects.toThrow('session-gone')
    const again = await ticketFor(session)
    expect(again.key).not.toBe(key)
    const watcher = await open(again.ticket)
    for (const { socket } of [watcher, client]) socket.destroy()
  })

  test('takes no place, and frees none when leaving', async () => {
    const before = await host.places()
    const { session, client } = await visit()
    expect(await host.places()).toBe(before + 1)
    const watcher = await open((await ticketFor(session)).ticket)
    expect(await host.places()).toBe(before + 1)
    watcher.socket.destroy()
    await eventually('the relay let go', () => host.relay.count() === 1)
    client.write('still there')
    await client.sees('still there')
    expect(await host.places()).toBe(before + 1)
    service.finish(session)
    await client.closed
    await eventually('the place is free', async () => (await host.places()) === before)
  })

  test('does not keep the place of a session that has ended', async () => {
    const before = await host.places()
    const { session, client } = await visit()
    const { ticket } = await ticketFor(session)
    service.finish(session)
    await client.closed
    await eventually('the place is free', async () => (await host.places()) === before)
    const late = await rawClient(host.port, upgradeRequest({ ticket }))
    await late.closed
    expect(late.text()).toContain('session-gone')
    expect(await host.places()).toBe(before)
    expect((await ask(`${session}/watch`)).told).toBe('410 session-gone')
  })

  test('uses each ticket once, from their own address and page', async () => {
    const { session, client } = await visit()
    const { ticket } = await ticketFor(session)
    const watcher = await open(ticket)
    const again = await rawClient(host.port, upgradeRequest({ ticket }))
    await again.closed
    expect(again.text()).toContain('signature-refused')
    const other = await ticketFor(session)
    host.comeFrom('198.51.100.9')
    const elsewhere = await rawClient(host.port, upgradeRequest({ ticket: other.ticket }))
    await elsewhere.closed
    expect(elsewhere.text()).toContain('signature-refused')
    client.write('unharmed')
    await client.sees('unharmed')
    for (const { socket } of [watcher, client]) socket.destroy()
  })

  test('is not let in with a ticket that is older than the end of the login', async () => {
    const { session, client } = await visit()
    const { ticket } = await ticketFor(session)
    host.cms.documents.users = [{ id: 'owner', sessions: [] }]
    const late = await rawClient(host.port, upgradeRequest({ ticket }))
    await late.closed
    expect(late.text()).toContain('not-allowed')
    client.socket.destroy()
  })

  test('is put out within 30 s of the end of the login, of what they record as well, and the visitor is not', async () => {
    const { session, client } = await visit()
    const watcher = await open((await ticketFor(session)).ticket)
    const other = await open((await ticketFor(session)).ticket)
    const recorded = await host.call('POST', '/terminal/demos/demo-1/record', {
      headers: { origin: SITE },
      body: JSON.stringify({ demo: 'demo-1' }),
      user: OWNER,
    })
    const { ticket, ...own } = (await recorded.json()) as LaunchTicket
    const recorder = await open(ticket)
    service.keepDetached(true)
    host.cms.documents.users = [{ id: 'owner', sessions: [] }]
    await eventually('their sockets ended', () => host.relay.count() === 1, 30_000)
    await Promise.all([watcher.closed, other.closed, recorder.closed])
    // The way back into their recording is theirs no more than the session was.
    const back = await host.launch({ body: { session: own.session, key: own.key } })
    const late = await rawClient(host.port, upgradeRequest({ ticket: back.ticket }))
    await late.closed
    expect(late.text()).toContain('not-allowed')
    service.keepDetached(false)
    service.finish(own.session)
    client.write('still there')
    await client.sees('still there')
    expect(host.cms.logged).toEqual([])
    client.socket.destroy()
  }, 60_000)
})

describe('a notice', () => {
  test('is ordered for the named session, without its margins', async () => {
    const { session, client } = await visit()
    const body = { text: '  Back in a minute.  ' }
    expect(await ask(`${session}/notice`, { body })).toMatchObject({ status: 202 })
    expect(service.orders.at(-1)).toEqual({
      action: 'notify',
      sid: session,
      text: 'Back in a minute.',
    })
    expect((await ask('nobody/notice', { body })).told).toBe('404 not-found')
    client.socket.destroy()
  })

  test.each([
    ['nothing', {}],
    ['a blank', { text: ' ' }],
    ['two lines', { text: 'a\nb' }],
    ['an escape sequence', { text: 'a\u001b[31mb' }],
    ['too much', { text: 'x'.repeat(MAX_NOTICE_CHARS + 1) }],
    ['something else beside it', { text: 'a', level: 'warning' }],
  ])('is refused when it is %s', async (_, body) => {
    const before = service.orders.length
    expect((await ask('any/notice', { body })).told).toBe('400 bad-request')
    expect(service.orders.length).toBe(before)
  })

  test('may have all its characters written as escapes, and no more than that', async () => {
    const text = 'é'.repeat(MAX_NOTICE_CHARS)
    const escaped = `{"text":"${'\\u00e9'.repeat(MAX_NOTICE_CHARS)}"}`
    const send = (body: string) =>
      host.call('POST', '/terminal/sessions/any/notice', { headers: { origin: SITE }, body })
    expect((await send(escaped)).status).toBe(404)
    expect(service.orders.at(-1)).toMatchObject({ text })
    expect((await send(`${' '.repeat(3000)}${escaped}`)).status).toBe(413)
  })

  test('is told not to be shown when the service does not answer', async () => {
    service.listens(false)
    const body = { text: 'Hello.' }
    expect((await ask('any/notice', { body })).told).toBe('503 service-unavailable')
    service.listens(true)
  })
})

describe.each(['watch', 'notice'])('the address for a %s', (what) => {
  const body = what === 'notice' ? { text: 'Hello.' } : {}

  test('is closed to whoever does not operate terminals', async () => {
    const { session, client } = await visit()
    isOperator = false
    const before = service.orders.length
    for (const user of [OWNER, undefined]) {
      expect((await ask(`${session}/${what}`, { body, user })).told).toBe('403 not-allowed')
    }
    expect(service.orders.length).toBe(before)
    client.socket.destroy()
  })

  test('is closed to pages of others, whoever is logged in', async () => {
    for (const origin of ['https://evil.example', 'null', `${SITE}.evil`]) {
      expect((await ask(`any/${what}`, { body, origin })).told).toBe('403 origin-refused')
    }
  })

  test('has nothing for what cannot be a session', async () => {
    for (const sid of ['a b', 'x'.repeat(65), '..%2f..']) {
      expect((await ask(`${sid}/${what}`, { body })).told).toBe('404 not-found')
    }
  })

  test('bears so many questions at once, and says when to come back', async () => {
    let last = await ask(`any/${what}`, { body })
    for (let count = 0; count < 60 && last.status !== 429; count += 1) {
      last = await ask(`any/${what}`, { body })
    }
    expect(last.told).toBe('429 rate-limited')
  })
})

test('a bearer of an API key does not look on: no login of theirs could end', async () => {
  const user = { ...OWNER, _sid: undefined, _strategy: 'api-key' }
  expect((await ask('any/watch', { user })).told).toBe('403 not-allowed')
})
