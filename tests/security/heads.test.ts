// Heads, bodies and ends of connections as no browser makes them, against the plugin's upgrade handler and its relay.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { HTTP_LIMITS } from '../../scripts/runtime/src/http-limits.ts'
import { bodyOf, byteByByte, converse, slowly } from '../support/attack/bytes.ts'
import { SITE } from '../support/plugin/fake-payload.ts'
import { type FakeService, GREETING, startFakeService } from '../support/plugin/fake-service.ts'
import {
  eventually,
  type Host,
  KEY,
  rawClient,
  startHost,
  type UpgradeLines,
  upgradeRequest,
} from '../support/plugin/host.ts'

const INVENTED = 'A'.repeat(43)
/** A head may take so long, and is looked for so often; the rest is what a busy machine may add. */
const HEAD_MS = 5000 + 1000 + 4000

let service: FakeService
let host: Host
beforeAll(async () => {
  service = await startFakeService()
  host = await startHost(service.url, {
    allLaunchesRate: { burst: 1000, perMinute: 1000 },
  })
  Object.assign(host.cms.terminal, { capacity: 1000, maxSessionsPerAddress: 1000 })
})
let addresses = 0
beforeEach(() => {
  service.behave('echo')
  // Upgrades of one address are counted.
  addresses += 1
  host.comeFrom(`198.51.100.${addresses % 250}`)
})
afterEach(async () => {
  await eventually('no socket is left in the host', () => host.sockets() === 0)
  await eventually('no session is left in the relay', () => host.relay.count() === 0)
  await eventually('no socket is left at the service', () => service.sockets() === 0)
  expect(host.cms.logged.splice(0)).toEqual([])
})
afterAll(async () => {
  await host?.stop()
  await service?.stop()
})

const head = async (lines: UpgradeLines = {}) =>
  upgradeRequest({ ticket: await host.ticket(), ...lines })

describe('a head in pieces', () => {
  test('of one byte each is as good as a whole one, and so are the bytes behind it', async () => {
    const client = await rawClient(host.port, '')
    await byteByByte(client.socket, await head())
    await client.sees(GREETING)
    const start = client.text().length
    const typed = 'every byte alone: \x00\xff\r\n'.repeat(20)
    await byteByByte(client.socket, typed)
    await eventually('all are back', () => client.text().length === start + typed.length)
    expect(client.text().slice(start)).toBe(typed)
    client.socket.destroy()
  })

  test('is ended in seconds when it comes a byte a second, a line a second, or not at all', async () => {
    const whole = await head()
    const lines = whole.split(/(?<=\r\n)/)
    const endless = Array.from({ length: 60 }, (_, index) => `X-${index}: a\r\n`)
    const slow: Iterable<string>[] = [[], [whole.slice(0, 30)], whole, [lines[0]!, ...endless]]
    const answers = await Promise.all(
      slow.map((pieces) => converse(host.port, (socket) => slowly(socket, pieces, 1000))),
    )
    for (const { text, afterMs } of answers) {
      expect(text).toMatch(/^HTTP\/1\.1 408 /)
      expect(afterMs).toBeLessThan(HEAD_MS)
    }
    expect(HTTP_LIMITS.headersTimeout).toBe(5000)
  })
})

describe('a body in pieces', () => {
  const post = (body: string, length = body.length) =>
    [
      'POST /api/terminal/tickets HTTP/1.1',
      'Host: x',
      `Origin: ${SITE}`,
      `Content-Length: ${length}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n')

  test('of one byte each is as good as a whole one', async () => {
    const body = JSON.stringify({ project: 'philosophers' })
    const { text } = await converse(host.port, (socket) => byteByByte(socket, post(body)))
    expect(text).toMatch(/^HTTP\/1\.1 201 /)
  })

  test('that never ends is ended, and mints nothing', async () => {
    const before = await host.places()
    host.server.requestTimeout = 3000
    try {
      const { text, afterMs } = await converse(host.port, async (socket) => {
        socket.write(post('{', 900))
        await slowly(socket, ' '.repeat(800), 500)
      })
      expect(text).toMatch(/^HTTP\/1\.1 408 /)
      expect(afterMs).toBeLessThan(HEAD_MS)
    } finally {
      host.server.requestTimeout = HTTP_LIMITS.requestTimeout as number
    }
    expect(await host.places()).toBe(before)
    // What the CMS itself is given: uploads have to fit in.
    expect(HTTP_LIMITS.requestTimeout).toBeLessThanOrEqual(60_000)
  })
})

describe('a browser that is gone', () => {
  const STEPS: Record<string, (whole: string) => [string, boolean]> = {
    'in the middle of its head': (whole) => [whole.slice(0, 100), false],
    'right behind its head': (whole) => [whole, false],
    'behind the 101': (whole) => [whole, true],
  }
  const rows = Object.entries(STEPS).flatMap(([step, part]) => [
    { step, part, how: 'says so', leave: 'end' as const },
    { step, part, how: 'resets', leave: 'resetAndDestroy' as const },
  ])

  test.each(rows)('$step, and $how, leaves nothing open', async ({ part, leave }) => {
    const [text, isAccepted] = part(await head())
    const client = await rawClient(host.port, text)
    if (isAccepted) await client.sees(GREETING)
    client.socket[leave]()
    await client.closed
  })

  test('in the middle of a frame leaves nothing open', async () => {
    const client = await rawClient(host.port, await head())
    await client.sees(GREETING)
    client.write('\x82\xfe\x10')
    client.socket.resetAndDestroy()
    await client.closed
  })
})

describe('a head of a strange form', () => {
  const ticketLine = `Sec-WebSocket-Protocol: ticket.${INVENTED}`
  const accepted: [string, (whole: string) => string][] = [
    [
      'names in capitals',
      (whole) => whole.replace(/^(?!GET)[\w-]+(?=:)/gm, (n) => n.toUpperCase()),
    ],
    ['names in small letters', (whole) => whole.replace(/^[\w-]+(?=:)/gm, (n) => n.toLowerCase())],
    ['WebSocket in capitals', (whole) => whole.replace('websocket', 'WEBSOCKET')],
    ['keep-alive beside upgrade', (whole) => whole.replace(': Upgrade', ': keep-alive, Upgrade')],
    [
      'its subprotocols in two lines',
      (whole) => whole.replace('term.v1, ', 'term.v1\r\nSec-WebSocket-Protocol: '),
    ],
    ['another Host', (whole) => whole.replace('Host: site.example', 'Host: elsewhere.example')],
  ]
  test.each(accepted)('opens a terminal, as the standards have it: %s', async (_, change) => {
    const whole = change(await head())
    const client = await rawClient(host.port, whole)
    await client.sees(GREETING)
    client.socket.destroy()
    await client.closed
  })

  const refused: [string, number, (whole: string) => string][] = [
    [
      'an absolute address',
      404,
      (w) => w.replace('/terminal/ws', 'http://site.example/terminal/ws'),
    ],
    ['a path with dots', 404, (w) => w.replace('/terminal/ws', '/terminal/./ws')],
    ['an escaped path', 404, (w) => w.replace('/terminal/ws', '/terminal/%77s')],
    ['a path with two slashes', 404, (w) => w.replace('/terminal/ws', '//terminal/ws')],
    ['a fragment', 404, (w) => w.replace('/terminal/ws', '/terminal/ws#x')],
    ['another method', 405, (w) => w.replace('GET', 'PUT')],
    ['HEAD', 405, (w) => w.replace('GET', 'HEAD')],
    ['two Origins', 400, (w) => w.replace('Origin:', `Origin: ${SITE}\r\nOrigin:`)],
    ['a second, foreign Origin', 400, (w) => w.replace('Origin:', 'Origin: http://x\r\nOrigin:')],
    ['two Hosts', 400, (w) => w.replace('Host:', 'Host: x\r\nHost:')],
    ['no Host', 400, (w) => w.replace('Host: site.example\r\n', '')],
    ['two keys', 400, (w) => w.replace('Sec-W', `Sec-WebSocket-Key: ${KEY}\r\nSec-W`)],
    ['a short key', 400, (w) => w.replace(KEY, 'c2hvcnQ=')],
    ['two tickets', 401, (w) => w.replace('Sec-W', `${ticketLine}\r\nSec-W`)],
    ['chunks', 400, (w) => w.replace('Origin:', 'Transfer-Encoding: chunked\r\nOrigin:')],
    [
      'chunks and a length',
      400,
      (w) => w.replace('Origin:', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\nOrigin:'),
    ],
    [
      'two lengths',
      400,
      (w) => w.replace('Origin:', 'Content-Length: 0\r\nContent-Length: 4\r\nOrigin:'),
    ],
    ['a request behind it', 400, (w) => `${w}GET /api/terminal/status HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['HTTP/1.0', 400, (w) => w.replace('HTTP/1.1', 'HTTP/1.0')],
    ['HTTP/2.0', 400, (w) => w.replace('HTTP/1.1', 'HTTP/2.0')],
    ['a version of WebSocket that is old', 426, (w) => w.replace('n: 13', 'n: 8')],
    ['another upgrade', 400, (w) => w.replace('Upgrade: websocket', 'Upgrade: h2c')],
    ['two upgrades', 400, (w) => w.replace('Upgrade: websocket', 'Upgrade: h2c, websocket')],
    ['a NUL', 400, (w) => w.replace('Cookie: secret', 'Cookie: \0secret')],
    ['a NUL in a name', 400, (w) => w.replace('Cookie', 'Coo\0kie')],
    ['a bare CR', 400, (w) => w.replace('Cookie: secret', 'Cookie: a\rb')],
    ['a blank before the colon', 400, (w) => w.replace('Origin:', 'Origin :')],
    ['an Origin that is folded', 400, (w) => w.replace(`Origin: ${SITE}`, `Origin: ${SITE}\r\n x`)],
    ['an Origin in capitals', 403, (w) => w.replace(SITE, SITE.toUpperCase())],
    ['an Origin with a path', 403, (w) => w.replace(SITE, `${SITE}/`)],
    ['16 KiB and more', 431, (w) => w.replace('Cookie: ', `Cookie: ${'x'.repeat(17_000)}`)],
  ]
  test.each(refused)('is refused, and starts nothing: %s', async (_, status, change) => {
    const before = service.requests.length
    const whole = change(await head())
    const { text } = await converse(host.port, (socket) => {
      socket.write(whole, 'latin1')
    })
    expect(text.slice(0, 13)).toBe(`HTTP/1.1 ${status} `)
    // One answer only, whatever was behind the head.
    expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(text).toContain('Connection: close')
    const body = bodyOf(text)
    if (body) expect(body).toMatchObject({ status, code: expect.any(String) })
    expect(service.requests).toHaveLength(before)
  })
})

describe('a head of thousands of lines', () => {
  test('is refused for what is behind them, or for their number, as this version of Node has it', async () => {
    const whole = (await head()).replace('Origin:', `${'a: b\r\n'.repeat(2200)}Origin:`)
    const { text } = await converse(host.port, (socket) => {
      socket.write(whole, 'latin1')
    })
    expect(text).toMatch(/^HTTP\/1\.1 (403|431) /)
  })
})

describe('one ticket under fifty attempts at once', () => {
  test('opens exactly one terminal, and the others hear the one refusal', async () => {
    const whole = await head()
    const clients = await Promise.all(Array.from({ length: 50 }, () => rawClient(host.port, whole)))
    await eventually('all are answered', () =>
      clients.every((client) => client.text().includes('\r\n\r\n')),
    )
    const isAccepted = (text: string) => text.startsWith('HTTP/1.1 101 ')
    const texts = clients.map((client) => client.text())
    expect(texts.filter(isAccepted)).toHaveLength(1)
    const others = new Set(texts.filter((text) => !isAccepted(text)))
    expect([...others].map((text) => text.slice(0, 13))).toEqual(['HTTP/1.1 401 '])
    for (const { socket } of clients) socket.destroy()
  })
})
