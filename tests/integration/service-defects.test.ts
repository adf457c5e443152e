// What other web terminals get wrong, tried on this one with real sandboxes: lost pauses, foreign input, spinning writers, lost sessions.
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { SessionGrant } from '@shellfolio/protocol'
import {
  eventually,
  type JoinOptions,
  type Launch,
  startTestService,
  TestClient,
  type TestService,
} from '@shellfolio/terminal-service/testing'

const KIB = 1024

let service: TestService
const clients: TestClient[] = []

beforeAll(async () => {
  service = await startTestService({ sandbox: 'real', capacity: 4 })
  expect(service.sandbox.status).toMatchObject({ available: true })
})
afterEach(async () => {
  for (const client of clients.splice(0)) {
    if (client.closeCode === undefined) client.send({ op: 'close' })
  }
  await eventually('no session', () => service.server.sessions === 0)
  expect(service.faults).toEqual([])
})
afterAll(() => service.close())

const open = async (what: Launch = {}) => {
  const grant = await service.grant({ ...what, limits: { graceS: 60, ...what.limits } })
  const client = await TestClient.connect({ url: service.url, grant: await service.sign(grant) })
  clients.push(client)
  client.hello()
  await client.untilText('$ ')
  return { grant, client }
}
const join = async (grant: SessionGrant, options?: JoinOptions) => {
  const client = await service.join(grant, options)
  clients.push(client)
  await client.untilWelcome()
  return client
}
const drop = (client: TestClient) => {
  clients.splice(clients.indexOf(client), 1)
  client.drop()
}

/** Resolves once so many round trips brought nothing new. */
const untilQuiet = async (client: TestClient, roundTrips = 20) => {
  let [before, quiet] = [-1, 0]
  await eventually('silence', async () => {
    quiet = client.received === before ? quiet + 1 : 0
    before = client.received
    const pongs = client.frames.filter((op) => op === 'pong').length
    client.send({ op: 'ping', time: 1 })
    await eventually('a pong', () => client.frames.filter((op) => op === 'pong').length > pongs)
    return quiet >= roundTrips
  })
}

describe('a pause', () => {
  test('is obeyed: a browser that parses nothing is sent one window, and the rest later', async () => {
    const { client } = await open()
    client.isStalled = true
    client.type('yes | head -c 3000000; echo "d"one\r')
    await eventually('a full window', () => client.received > 512 * KIB)
    await untilQuiet(client)
    expect(client.received).toBeLessThan(800 * KIB)
    client.isStalled = false
    client.ack()
    // Each line of two bytes is three on a terminal.
    await client.until('the rest', () => client.received > 4_500_000)
    await client.untilText('done')
  })
})

describe('input that a program did not read', () => {
  test('never reaches the next session', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { client } = await open({ limits: { graceS: 0 } })
      client.type('stty raw -echo; echo re""ady; exec sleep 100\r')
      await client.untilText('ready')
      client.type('FOREIGN'.repeat(20_000))
      drop(client)
      const next = await open()
      next.client.type('echo o""wn\r')
      await next.client.untilText('own')
      expect(next.client.text).not.toContain('FOREIGN')
      next.client.send({ op: 'close' })
      await next.client.untilClosed()
    }
  })

  test('does not keep the processor busy while it waits', async () => {
    const { client } = await open()
    client.type('stty raw -echo; echo re""ady; exec sleep 100\r')
    await client.untilText('ready')
    client.type('x'.repeat(100_000))
    await untilQuiet(client, 3)
    const shares: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const [from, startMs] = [process.cpuUsage(), performance.now()]
      await eventually('a while', () => performance.now() - startMs > 150)
      const { user, system } = process.cpuUsage(from)
      shares.push((user + system) / 1000 / (performance.now() - startMs))
    }
    // A loop that tries again and again takes a whole processor; the calmest of the rounds tells.
    expect(Math.min(...shares)).toBeLessThan(0.5)
  })
})

describe('a lost connection', () => {
  test('costs nothing: the program ran on, and each byte arrives once', async () => {
    const { grant, client } = await open()
    client.type('for i in $(seq 1 20000); do echo "line $i"; done; echo d""one\r')
    await client.untilText('line 500')
    const first = client.text
    const resume = client.resumePoint
    drop(client)
    const back = await join(grant, { resume })
    await back.untilText('done')
    if (back.welcome?.replay === 'ring') {
      const lines = (first + back.text).match(/line \d+\r\n/g) ?? []
      expect(lines).toHaveLength(20_000)
    } else expect(back.screen.byteLength).toBeGreaterThan(0)
    back.type('echo st""ill here\r')
    await back.untilText('still here')
  })

  test('brings the same screen back to an editor', async () => {
    const { grant, client } = await open({ files: { 'p/poem.txt': 'roses\nviolets\n' } })
    client.type('vi poem.txt\r')
    await client.untilText('violets')
    drop(client)
    const back = await join(grant)
    await back.until('the screen', () => back.screen.includes('violets'))
    back.type(':q!\r')
    await back.untilText('$ ')
  })
})

describe('a restart', () => {
  test('gives a fresh workspace and leaves nothing of the old program', async () => {
    const { client } = await open({ files: { 'p/a.txt': 'a' } })
    client.type('rm a.txt; (exec -a left-behind sleep 1000) & echo g""one\r')
    await client.untilText('gone')
    client.clear()
    client.send({ op: 'restart' })
    await client.until('the new prompt', () => client.text.split('\u001bc')[1]?.includes('$ '))
    client.type('ls; echo li""sted\r')
    await client.untilText('listed')
    expect(client.text).toContain('a.txt')
    client.type('cat /proc/[0-9]*/cmdline | tr "\\0" " "; echo se""en\r')
    await client.untilText('seen')
    expect(client.text).not.toContain('left-behind')
  })
})

describe('a recording', () => {
  test('holds what the program wrote, as asciicast, and nothing of what was typed unseen', async () => {
    const { grant, client } = await open({ record: true, demo: { welcome: 'Look around.' } })
    // What is typed before the terminal has stopped echoing is shown, as at any terminal.
    client.type("stty -echo; printf 'say %s\\n' it; read secret; ")
    client.type("printf 'the secret has %s letters\\n' $(expr length $secret)\r")
    await client.untilText('say it\r\n')
    client.type('hunter2\r')
    await client.untilText('has 7 letters')
    client.type('exit\r')
    await client.untilClosed()
    await eventually('no session', () => service.server.sessions === 0)
    const path = `${service.stateDir}/recordings/${grant.sid}.cast`
    const [header, ...events] = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(header).toMatchObject({ version: 2, width: 80, height: 24 })
    const text = events.map(([, kind, data]) => (kind === 'o' ? data : '')).join('')
    expect(text).toBe(client.text)
    expect(text).toMatch(/^Look around\.\r\n[\s\S]*has 7 letters/)
    expect(text).not.toContain('hunter2')
  })
})
