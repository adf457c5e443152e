// The service with a sandbox that runs nothing: what it admits, refuses and says.
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import {
  eventually,
  FakeSandbox,
  type FakeTerminal,
  startTestService,
  TestClient,
  type TestService,
} from './testing/index.ts'

const refusal = async (service: TestService, grant?: string, path?: string) =>
  TestClient.connect({ url: service.url, grant, ...(path ? { path } : {}) }).then(
    () => undefined,
    ({ status, problem }) => `${status} ${problem?.code}`,
  )

describe('the terminal service', () => {
  let service: TestService
  const clients: TestClient[] = []

  beforeAll(async () => {
    service = await startTestService({ capacity: 3 })
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.drop()
    await eventually('no session', () => service.server.sessions === 0)
    expect(service.faults).toEqual([])
  })
  afterAll(() => service.close())

  const launch = async (what?: Parameters<TestService['launch']>[0]) => {
    const client = await service.launch(what)
    clients.push(client)
    return client
  }
  const terminal = () => (service.sandbox as FakeSandbox).terminals.at(-1) as FakeTerminal

  test('says how it is', async () => {
    const answer = await fetch(`${service.url}/healthz`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      status: 'ok',
      sandbox: { available: true, mode: 'rlimit+watchdog' },
      mode: 'rlimit+watchdog',
      draining: false,
      sessions: 0,
      capacity: 3,
    })
  })

  test('has no other address', async () => {
    const answer = await fetch(`${service.url}/session`)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await refusal(service, await service.sign(await service.grant()), '/other')).toBe(
      '404 not-found',
    )
  })

  test('believes only grants of its CMS, for itself, that are fresh and new', async () => {
    const grant = await service.grant()
    expect(await refusal(service)).toBe('401 signature-refused')
    expect(await refusal(service, 'rubbish')).toBe('401 signature-refused')
    for (const wrong of [
      { key: 'another key of more than 32 letters' },
      { audience: 'terminal-archive' },
      { issuer: 'somebody' },
      { expiresInS: -10 },
      { expiresInS: 3600 },
    ]) {
      expect(await refusal(service, await service.sign(grant, wrong))).toBe('401 signature-refused')
    }
    const token = await service.sign(grant)
    clients.push(await TestClient.connect({ url: service.url, grant: token }))
    expect(await refusal(service, token)).toBe('401 signature-refused')
  })

  test('refuses a workdir that leaves the project', async () => {
    const token = await service.sign(await service.grant({ demo: { workdir: '../..' } }))
    expect(await refusal(service, token)).toBe('401 signature-refused')
  })

  test('goes from HELLO over stages and WELCOME to output', async () => {
    const client = await launch({ demo: { build: 'make', welcome: 'Hello\nthere' } })
    const { cols, out } = await client.untilWelcome()
    expect([cols, out]).toEqual([80, 0])
    expect(client.events).toEqual(
      ['archive', 'build', 'sandbox'].map((stage) => ({ t: 'stage', stage })),
    )
    expect(await client.untilText('$ ')).toBe('Hello\r\nthere\r\n~ $ ')
    expect(client.frames.indexOf('welcome')).toBeLessThan(client.frames.indexOf('output'))
  })

  test('tells the exit of the program last and closes with 1000', async () => {
    const client = await launch()
    await client.untilText('$ ')
    client.type('\u0004')
    expect(await client.untilExit()).toMatchObject({ reason: 'exit', code: 0, signal: null })
    expect(await client.untilClosed()).toBe(1000)
    expect(client.frames.at(-1)).toBe('exit')
  })

  test('pauses the program while the browser does not parse, and loses nothing', async () => {
    const client = await launch()
    await client.untilText('$ ')
    client.isStalled = true
    const block = 'x'.repeat(65_536)
    let said = 0
    for (; !terminal().isPaused && said < 100; said += 1) terminal().say(block)
    expect(said).toBeLessThan(12)
    client.isStalled = false
    await client.until('all output', () => client.text.length >= 4 + said * 65_536)
    client.ack()
    await eventually('resume', () => !terminal().isPaused)
  })

  test.each([
    ['a text message', 'hello', 4400],
    ['an unknown opcode', Buffer.from([0x77]), 4400],
    ['a second HELLO', Buffer.from(`\u0010{"v":1,"cols":80,"rows":24}`), 4400],
    ['no columns', Buffer.from([2, 0, 0, 0, 24, 0, 0, 0, 0]), 4400],
    ['65535 rows', Buffer.from([2, 0, 80, 255, 255, 0, 0, 0, 0]), 4400],
    ['an ACK of bytes never sent', Buffer.from([1, 0, 1, 0, 0]), 4400],
    ['input after a gap', Buffer.from([0, 0, 0, 0, 9, 65]), 4400],
    ['a message over its limit', Buffer.alloc(8198), 1009],
  ])('closes on %s', async (_what, bytes, code) => {
    const client = await launch()
    await client.untilText('$ ')
    client.sendRaw(bytes)
    expect(await client.untilClosed()).toBe(code)
    expect(terminal().isKilled).toBe(true)
  })

  test('closes a browser that sends too many frames', async () => {
    const client = await launch()
    await client.untilText('$ ')
    for (let time = 0; time < 700; time += 1) client.send({ op: 'ping', time })
    expect(await client.untilClosed()).toBe(4429)
  })

  test('kills the program when the socket is lost', async () => {
    const client = await launch()
    await client.untilText('$ ')
    client.drop()
    await client.untilClosed()
    await eventually('the kill', () => terminal().isKilled)
  })

  test('warns and then ends an idle session with the reason', async () => {
    const client = await launch({ limits: { idleS: 1 } })
    expect(await client.untilExit()).toMatchObject({ reason: 'idle' })
    expect(await client.untilClosed()).toBe(4408)
    expect(client.events).toContainEqual({ t: 'expires', inS: 1, why: 'idle' })
  })

  test('is full at its capacity', async () => {
    for (let count = 0; count < 3; count += 1) await launch()
    const token = await service.sign(await service.grant())
    expect(await refusal(service, token)).toBe('503 terminal-full')
  })

  test('names what is wrong with an archive', async () => {
    const client = await launch({ archive: { sha256: '0'.repeat(64) } })
    const exit = await client.untilExit()
    expect(exit).toMatchObject({
      reason: 'archive-failed',
      detail: expect.stringMatching(/not the one/),
    })
    expect(await client.untilClosed()).toBe(4410)
  })
})

describe('a terminal service without a sandbox', () => {
  test('says so and starts nothing', async () => {
    const status = { available: false, reason: 'no bwrap', remedy: 'install it' } as const
    const service = await startTestService({ sandbox: new FakeSandbox({ status }) })
    const token = await service.sign(await service.grant())
    expect(await refusal(service, token)).toBe('503 sandbox-unavailable')
    expect(await (await fetch(`${service.url}/healthz`)).json()).toMatchObject({
      status: 'degraded',
      sandbox: { available: false, reason: 'no bwrap' },
    })
    await service.close()
  })
})

describe('a terminal service that stops', () => {
  test('tells its sessions and leaves none', async () => {
    const service = await startTestService()
    const client = await service.launch()
    await client.untilText('$ ')
    const closing = service.close()
    expect(await client.untilExit()).toMatchObject({ reason: 'shutdown' })
    expect(await client.untilClosed()).toBe(1012)
    await closing
    expect(service.server.sessions).toBe(0)
  })

  test('does not wait for somebody who was refused and keeps the connection', async () => {
    const service = await startTestService()
    const { port, hostname } = new URL(service.url)
    const peer = connect({ port: Number(port), host: hostname, allowHalfOpen: true })
    peer.on('error', () => undefined)
    peer.write(
      [
        'GET /session HTTP/1.1',
        'Host: service',
        'Connection: Upgrade',
        'Upgrade: websocket',
        '\r\n',
      ].join('\r\n'),
    )
    let said = ''
    peer.on('data', (chunk) => {
      said += chunk
    })
    await once(peer, 'end')
    expect(said).toMatch(/^HTTP\/1.1 401 /)
    expect(JSON.parse(said.slice(said.indexOf('{')))).toMatchObject({ code: 'signature-refused' })
    await service.close()
    peer.destroy()
  }, 5000)
})
