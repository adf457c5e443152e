// Over real sockets: browsers that come back, look on, start anew; and the session's place while they do.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { SessionGrant } from '@shellfolio/protocol'
import {
  eventually,
  type FakeSandbox,
  type FakeTerminal,
  type JoinOptions,
  Refused,
  startTestService,
  TestClient,
  type TestService,
} from './testing/index.ts'

const WAITS = { limits: { graceS: 60 } }

let service: TestService
const clients: TestClient[] = []
const sids: string[] = []

beforeAll(async () => {
  service = await startTestService({ capacity: 2 })
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.drop()
  for (const sid of sids.splice(0)) {
    const grant = await service.signControl({ action: 'end', sid })
    await fetch(`${service.url}/sessions/${sid}`, {
      method: 'DELETE',
      headers: { 'x-term-grant': grant },
    })
  }
  await eventually('no session', () => service.server.sessions === 0)
  expect(service.faults).toEqual([])
})
afterAll(() => service.close())

const open = async (what = WAITS) => {
  const grant = await service.grant(what)
  sids.push(grant.sid)
  const client = await TestClient.connect({ url: service.url, grant: await service.sign(grant) })
  clients.push(client)
  client.hello()
  await client.untilText('$ ')
  const terminals = (service.sandbox as FakeSandbox).terminals
  return { grant, client, terminal: terminals.at(-1) as FakeTerminal }
}
const join = async (grant: SessionGrant, options?: JoinOptions) => {
  const client = await service.join(grant, options)
  clients.push(client)
  await client.untilWelcome()
  return client
}

describe('a browser that lost its connection', () => {
  test('gets each byte of output once, wherever it was cut off', async () => {
    const { grant, client, terminal } = await open()
    const text = Array.from({ length: 4000 }, (_, line) => `line ${line}\r\n`).join('')
    let [current, received] = [client, client.text]
    for (let at = 0; at < text.length; at += 4096) {
      terminal.say(text.slice(at, at + 4096))
      if (at % 12_288 !== 0) continue
      const resume = current.resumePoint
      received += current === client ? '' : current.text
      received = current === client ? current.text : received
      current.drop()
      current = await join(grant, { resume })
    }
    await current.untilText('line 3999')
    expect(received + current.text).toBe(`~ $ ${text}`)
    expect(terminal.isKilled).toBe(false)
  })

  test('sends what may not have arrived again, and the program reads it once', async () => {
    const { grant, client, terminal } = await open()
    client.type('abc')
    await eventually('the input', () => Buffer.concat(terminal.written).toString() === 'abc')
    client.drop()
    const back = await join(grant, { resume: client.resumePoint })
    expect(back.welcome?.in).toBe(3)
    back.send({ op: 'input', offset: 1, data: Buffer.from('bcd') })
    await back.untilText('d')
    expect(Buffer.concat(terminal.written).toString()).toBe('abcd')
  })

  test('sees the screen when what it missed is gone', async () => {
    const { grant, client, terminal } = await open()
    client.drop()
    for (let count = 0; count < 8; count += 1) terminal.say(`${'x'.repeat(65_535)}\n`)
    terminal.say('\u001b[2J\u001b[Hthe end')
    const back = await join(grant, { resume: client.resumePoint })
    expect(back.welcome?.replay).toBe('snapshot')
    await back.until('the screen', () => back.screen.includes('the end'))
    terminal.say(' and on')
    await back.untilText(' and on')
  })

  test('finds no session after it has ended', async () => {
    const { grant, client, terminal } = await open()
    terminal.end({ code: 0, signal: null })
    await client.untilClosed()
    await eventually('the end', () => service.server.sessions === 0)
    await expect(service.join(grant)).rejects.toThrow(Refused)
  })

  test('keeps its place: a full service has none for others', async () => {
    const [first] = [await open(), await open()]
    first.client.drop()
    const token = await service.sign(await service.grant())
    await expect(TestClient.connect({ url: service.url, grant: token })).rejects.toThrow(
      'terminal-full',
    )
    const back = await join(first.grant, { resume: first.client.resumePoint })
    expect(back.welcome?.replay).toBe('ring')
  })
})

describe('a second browser', () => {
  test('takes the session over; the first is told', async () => {
    const { grant, client, terminal } = await open()
    const second = await join(grant, { cols: 100, rows: 40 })
    expect(await client.untilClosed()).toBe(4409)
    await eventually('the size', () => terminal.sizes.at(-1)?.cols === 100)
    expect(terminal.isKilled).toBe(false)
    second.type('x')
    await second.untilText('x')
  })

  test('may look on, and is put out when it types', async () => {
    const { grant, client, terminal } = await open()
    terminal.say('secret plan')
    const watcher = await join(grant, { role: 'observer' })
    await watcher.until('the screen', () => watcher.screen.includes('secret plan'))
    terminal.say(' goes on')
    await Promise.all([client.untilText(' goes on'), watcher.untilText(' goes on')])
    watcher.send({ op: 'input', offset: 0, data: Buffer.from('rm') })
    expect(await watcher.untilClosed()).toBe(4403)
    expect(terminal.written).toEqual([])
    client.type('still here')
    await client.untilText('still here')
  })

  test('is one of eight at most', async () => {
    const { grant } = await open()
    for (let count = 0; count < 7; count += 1) await join(grant, { role: 'observer' })
    const ninth = await service.join(grant, { role: 'observer' })
    expect(await ninth.untilClosed()).toBe(4503)
  })

  test('cannot join without a session, nor begin one that runs', async () => {
    const { grant } = await open()
    const unknown = await service.grant()
    await expect(service.join(unknown)).rejects.toThrow('404 not-found')
    const again = await service.sign(grant)
    await expect(TestClient.connect({ url: service.url, grant: again })).rejects.toThrow('400')
  })
})

describe('a visitor who starts anew', () => {
  test('gets a new program, and nothing typed for the old one reaches it', async () => {
    const { client, terminal } = await open()
    terminal.isFull = true
    client.type('for the old one')
    client.send({ op: 'restart' })
    const fake = service.sandbox as FakeSandbox
    await eventually('a new program', () => fake.terminals.at(-1) !== terminal)
    expect(terminal.isKilled).toBe(true)
    const fresh = fake.terminals.at(-1) as FakeTerminal
    await client.until('the reset', () => client.text.includes('\u001bc'))
    await eventually('its prompt', () => client.text.split('\u001bc')[1]?.includes('$ ') ?? false)
    client.type('new')
    await eventually('the input', () => Buffer.concat(fresh.written).toString() === 'new')
    expect(client.events).toContainEqual({ t: 'restarted' })
  })
})
