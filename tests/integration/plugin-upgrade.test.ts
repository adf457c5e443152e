// The way of a browser's socket through the plugin's upgrade handler and the relay process, with a fake terminal service.
import { describe, expect, test } from '@jest/globals'
import type { SessionGrant } from '@shellfolio/protocol'
import { decodeJwt, jwtVerify } from 'jose'
import { GRANT_KEY } from '../support/plugin/fake-payload.ts'
import { GREETING } from '../support/plugin/fake-service.ts'
import { eventually, KEY, type UpgradeLines } from '../support/plugin/host.ts'
import { host, problem, refused, service, upgrade } from '../support/plugin/upgrade-fixture.ts'

const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='

describe('an accepted socket', () => {
  test('is joined to the service and carries bytes both ways, the first ones included', async () => {
    const client = await upgrade()
    await client.sees(GREETING)
    expect(client.text()).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n/)
    expect(client.text()).toContain(`Sec-WebSocket-Accept: ${ACCEPT}\r\n`)
    expect(client.text()).toContain('Sec-WebSocket-Protocol: term.v1\r\n')
    client.write('over there')
    await client.sees('over there')
    client.socket.end()
    await client.closed
  })

  test('reaches the service with a request built from scratch', async () => {
    const client = await upgrade({ extra: ['Sec-WebSocket-Extensions: permessage-deflate'] })
    await client.sees(GREETING)
    const { url, headers } = service.requests.at(-1)!
    expect(url).toBe('/session')
    expect(Object.keys(headers).sort()).toEqual([
      'connection',
      'host',
      'sec-websocket-key',
      'sec-websocket-protocol',
      'sec-websocket-version',
      'upgrade',
      'x-term-grant',
    ])
    expect(headers['sec-websocket-key']).toBe(KEY)
    expect(headers['sec-websocket-protocol']).toBe('term.v1')
    client.socket.destroy()
  })

  test('carries a grant that names the demo, clamps its limits and lives for seconds', async () => {
    const client = await upgrade()
    await client.sees(GREETING)
    const grant = String(service.requests.at(-1)?.headers['x-term-grant'])
    const key = new TextEncoder().encode(GRANT_KEY)
    const { payload } = await jwtVerify(grant, key, {
      issuer: 'shellfolio-cms',
      audience: 'terminal-service',
    })
    expect(payload.exp! - payload.iat!).toBe(10)
    expect(payload.jti).toMatch(/^[0-9a-f-]{36}$/)
    expect(payload.grant).toMatchObject({
      role: 'controller',
      attach: false,
      record: false,
      demo: {
        id: 'demo-1',
        title: 'Philosophers',
        build: 'make',
        workdir: '.',
        toolchain: 'c',
        welcome: '',
        env: {},
        mode: 'guided',
        rules: [{ program: './dinner', argument: '[0-9]+' }],
        commands: [{ label: 'Dine', command: './dinner 5', expect: 'meals' }],
        flags: { loopback: true, debug: false },
      },
      archive: {
        url: 'http://127.0.0.1:3001/api/terminal/archives/archive-1',
        sha256: 'a'.repeat(64),
        bytes: 12,
        format: 'tar.gz',
        token: expect.any(String),
      },
      limits: {
        idleS: 300,
        maxS: 1800,
        graceS: 60,
        memoryBytes: 2048 * 1024 * 1024,
        processes: 64,
      },
    })
    client.socket.destroy()
  })

  test('carries megabytes unharmed past a reader that pauses', async () => {
    const client = await upgrade()
    await client.sees(GREETING)
    const start = client.text().length
    const block = 'abcdefghijklmnop'.repeat(64 * 1024)
    client.socket.pause()
    for (let index = 0; index < 8; index += 1) client.write(block)
    client.socket.resume()
    const total = 8 * block.length
    await eventually('all bytes are back', () => client.text().length - start === total)
    expect(client.text().slice(start) === block.repeat(8)).toBe(true)
    client.socket.destroy()
  })

  test('is closed when the service ends, after its last bytes', async () => {
    const client = await upgrade()
    await client.sees(GREETING)
    client.write('last words')
    await client.sees('last words')
    service.hangUp()
    await client.closed
  })

  test('does not wait for this process: keystrokes sent right after the 101 arrive while it is busy', async () => {
    const client = await upgrade()
    const busyUntil = Date.now() + 150
    while (Date.now() < busyUntil) Math.sqrt(busyUntil)
    await client.sees(GREETING)
    client.write('typed at once')
    await client.sees('typed at once')
    client.socket.destroy()
  })
})

describe('a ticket', () => {
  test('opens one socket only', async () => {
    const ticket = await host.ticket()
    const first = await upgrade({ ticket })
    await first.sees(GREETING)
    const second = await refused({ ticket })
    expect(second).toMatch(/^HTTP\/1\.1 401 /)
    first.socket.destroy()
  })

  test('holds its place until it is used, and no longer than it lives', async () => {
    const before = await host.places()
    await host.ticket()
    expect(await host.places()).toBe(before + 1)
    const realNow = Date.now
    try {
      Date.now = () => realNow() + 30_000
      expect(await host.places()).toBe(0)
    } finally {
      Date.now = realNow
    }
  })

  test('that proves wrong gives its place back at once', async () => {
    const before = await host.places()
    const ticket = await host.ticket()
    host.comeFrom('198.51.100.1')
    await refused({ ticket })
    expect(await host.places()).toBe(before)
  })

  test('opens exactly one socket when many try at once', async () => {
    const ticket = await host.ticket()
    const clients = await Promise.all(Array.from({ length: 8 }, () => upgrade({ ticket })))
    await eventually('all are answered', () =>
      clients.every((client) => client.text().includes('\r\n\r\n')),
    )
    const accepted = clients.filter((client) => client.text().startsWith('HTTP/1.1 101'))
    expect(accepted).toHaveLength(1)
    for (const { socket } of clients) socket.destroy()
  })

  test('is worth nothing from another address', async () => {
    const ticket = await host.ticket()
    host.comeFrom('198.51.100.1')
    expect(await refused({ ticket })).toMatch(/^HTTP\/1\.1 401 /)
  })

  test('is worth nothing after 30 seconds', async () => {
    const ticket = await host.ticket()
    const realNow = Date.now
    try {
      Date.now = () => realNow() + 30_001
      expect(await refused({ ticket })).toMatch(/^HTTP\/1\.1 401 /)
    } finally {
      Date.now = realNow
    }
  })

  test('gets the same answer whatever is wrong with it', async () => {
    const used = await host.ticket()
    const first = await upgrade({ ticket: used })
    await first.sees(GREETING)
    first.socket.destroy()
    const answers = [
      await refused({ ticket: used }),
      await refused({ ticket: 'A'.repeat(43) }),
      await refused({ ticket: 'short' }),
      await refused({ protocols: 'term.v1' }),
      await refused({ protocols: undefined }),
    ]
    expect(new Set(answers).size).toBe(1)
    expect(problem(answers[0]!)).toMatchObject({ code: 'signature-refused', status: 401 })
  })
})

describe('a socket that is lost', () => {
  const lose = async () => {
    service.keepDetached(true)
    const launched = await host.launch()
    const client = await upgrade({ ticket: launched.ticket })
    await client.sees(GREETING)
    client.socket.destroy()
    await eventually('the relay let go', () => host.relay.count() === 0)
    return launched
  }

  test('leaves its session and its place behind, and the browser comes back with a grant to join', async () => {
    const { session, key } = await lose()
    const places = await host.places()
    const back = await host.launch({ body: { session, key } })
    expect(back).toMatchObject({ session, key })
    const client = await upgrade({ ticket: back.ticket })
    await client.sees(GREETING)
    expect(await host.places()).toBe(places)
    const grants = service.requests
      .slice(-2)
      .map((request) => decodeJwt(String(request.headers['x-term-grant'])))
    expect(grants[1]!.jti).not.toBe(grants[0]!.jti)
    const [first, second] = grants.map(({ grant }) => grant as SessionGrant)
    expect(first).toMatchObject({ sid: session, attach: false })
    const token = expect.any(String)
    expect(second).toEqual({ ...first, attach: true, archive: { ...first!.archive, token } })
    service.finish(session)
    await client.closed
  })

  test('comes back from another address, too, with a ticket for that one', async () => {
    const { session, key } = await lose()
    host.comeFrom('198.51.100.77')
    const back = await host.launch({ body: { session, key }, address: '198.51.100.77' })
    const client = await upgrade({ ticket: back.ticket })
    await client.sees(GREETING)
    service.finish(session)
    await client.closed
  })

  test('comes too late with its ticket when the session ended meanwhile', async () => {
    const { session, key } = await lose()
    const { ticket } = await host.launch({ body: { session, key } })
    const places = await host.places()
    service.finish(session)
    await eventually('its place is free', async () => (await host.places()) < places, 15_000)
    expect(problem(await refused({ ticket }))).toMatchObject({ code: 'session-gone' })
  })

  test('frees its place soon when the service ends the session with it', async () => {
    const before = await host.places()
    const client = await upgrade()
    await client.sees(GREETING)
    client.socket.destroy()
    await eventually('the place is free', async () => (await host.places()) <= before, 3000)
  })
})

describe('an upgrade that is not for us', () => {
  const cases: [string, UpgradeLines, number, string][] = [
    ['another path', { path: '/terminal/ws/' }, 404, 'not-found'],
    ['a query', { path: '/terminal/ws?ticket=x' }, 404, 'not-found'],
    ['an absolute address', { path: 'http://x/terminal/ws' }, 404, 'not-found'],
    ['another method', { method: 'POST' }, 405, 'method-not-allowed'],
    ['an old HTTP version', { version: '1.0' }, 400, 'bad-request'],
    ['a foreign origin', { origin: 'https://evil.example' }, 403, 'origin-refused'],
    [
      'an origin that only begins right',
      { origin: 'https://site.example.evil' },
      403,
      'origin-refused',
    ],
    ['no origin', { origin: undefined }, 403, 'origin-refused'],
    ['the origin null', { origin: 'null' }, 403, 'origin-refused'],
    ['a foreign site', { extra: ['Sec-Fetch-Site: cross-site'] }, 403, 'origin-refused'],
    ['two origins', { extra: ['Origin: https://site.example'] }, 400, 'bad-request'],
    ['a body', { extra: ['Content-Length: 5'] }, 400, 'bad-request'],
    ['bytes before the answer', { early: '\x82\x01a' }, 400, 'bad-request'],
  ]
  test.each(cases)('is refused in full: %s', async (_, lines, status, code) => {
    const before = service.requests.length
    const text = await refused(lines)
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(text).toContain('Connection: close\r\n')
    expect(text).toContain('Content-Type: application/problem+json\r\n')
    expect(problem(text)).toMatchObject({ code, status })
    expect(service.requests).toHaveLength(before)
  })

  test('is let go of when its client never reads or leaves', async () => {
    const client = await upgrade({ path: '/elsewhere' })
    client.socket.pause()
    await eventually('the host has closed it', () => host.sockets() === 0)
    client.socket.destroy()
  })
})

describe('a service that does not play along', () => {
  test.each(['refuse', 'wrong-accept', 'no-protocol', 'not-http'] as const)(
    'is answered with 503 and nothing of its own words: %s',
    async (how) => {
      service.behave(how)
      const text = await refused()
      expect(text).toMatch(/^HTTP\/1\.1 503 /)
      expect(problem(text)).toMatchObject({ code: 'service-unavailable' })
      expect(text).not.toContain('401')
      expect(text).not.toContain('SSH')
    },
  )

  test('is given up after its time when it hangs', async () => {
    service.behave('hang')
    const text = await refused()
    expect(text).toMatch(/^HTTP\/1\.1 503 /)
  })

  test('is let go of when it hangs and the browser leaves', async () => {
    service.behave('hang')
    const before = service.requests.length
    const client = await upgrade()
    await eventually('the service was asked', () => service.requests.length > before)
    client.socket.destroy()
    await eventually('the service was let go of', () => service.sockets() === 0, 2000)
  })
})
