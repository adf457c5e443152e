// The terminal service with real sandboxes, from a signed grant to a prompt in a built project and to its end.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { MAX_OUTPUT_BYTES, WINDOW_HIGH_BYTES } from '@shellfolio/protocol'
import {
  eventually,
  type Launch,
  startTestService,
  TestClient,
  type TestService,
} from '@shellfolio/terminal-service/testing'

const C_PROJECT = {
  'hello/Makefile': 'hello: src/hello.c\n\tcc -o hello src/hello.c\n',
  'hello/src/hello.c': '#include <stdio.h>\nint main(void) { puts("it " "runs"); return 7; }\n',
}
const RANDOM_PROJECT = {
  'random/random.c': `#include <stdio.h>
int main(void) {
  unsigned x = 1;
  for (int i = 0; i < 1 << 20; i++) { x ^= x << 13; x ^= x >> 17; x ^= x << 5; putchar(x >> 24); }
}
`,
}
/** What the program of that project prints. */
const pseudoRandom = (length: number): Uint8Array => {
  let x = 1
  return Uint8Array.from({ length }, () => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return x >>> 24
  })
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Typed in two halves, so that the echo of the command is not taken for its output. */
const SAY_DONE = 'echo do""ne\r'

/** Processes of this machine whose command line holds `text`. */
const processesWith = (text: string): number =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text)
    } catch {
      return false
    }
  }).length

const mountsWith = (text: string): number =>
  readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .filter((line) => line.includes(text)).length

describe('a session in a real sandbox', () => {
  let service: TestService
  let mountsBefore = 0
  const clients: TestClient[] = []

  beforeAll(async () => {
    service = await startTestService({ sandbox: 'real', capacity: 4 })
    expect(service.sandbox.status).toMatchObject({ available: true })
    mountsBefore = mountsWith(service.stateDir)
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.drop()
    await eventually('no session', () => service.server.sessions === 0)
    expect(service.faults).toEqual([])
  })
  afterAll(async () => {
    await service.close()
    expect(mountsWith(service.stateDir)).toBe(0)
  })

  const launch = async (what?: Launch) => {
    const client = await service.launch(what)
    clients.push(client)
    return client
  }
  const prompt = async (what?: Launch) => {
    const client = await launch(what)
    await client.untilText('$ ')
    return client
  }

  test('shows a prompt in the right folder with the program built', async () => {
    const client = await prompt({ files: C_PROJECT, demo: { build: 'make', workdir: 'src' } })
    expect(client.text).toContain('~/src')
    client.type('../hello; echo code=$?\r')
    await client.untilText('code=7')
    expect(client.text).toContain('it runs')
  })

  test('shares one build between launches at the same time', async () => {
    const requests = service.archives.requests
    const what = { files: { 'p/a.txt': 'shared' }, demo: { build: 'date +%s%N > built' } }
    const first = await service.grant(what)
    const grants = [first, { ...first, sid: `${first.sid}-2` }]
    const pair = await Promise.all(
      grants.map(async (grant) => {
        const client = await TestClient.connect({
          url: service.url,
          grant: await service.sign(grant),
        })
        clients.push(client)
        client.hello()
        await client.untilText('$ ')
        client.type('echo "<$(cat built)>"\r')
        return /<(\d+)>/.exec(await client.untilText(/<\d+>/))?.[1]
      }),
    )
    expect(pair[0]).toBe(pair[1])
    expect(service.archives.requests).toBe(requests + 1)
  })

  test('interrupts a program with Ctrl-C', async () => {
    const client = await prompt()
    client.type('sleep 54321; echo st""opped\r')
    await client.untilText('sleep 54321')
    await eventually('sleep runs', () => processesWith('sleep\u000054321') > 0)
    client.type('\u0003')
    await client.untilText('^C')
    client.type(SAY_DONE)
    await client.untilText('done')
  })

  test('tells the program a new size', async () => {
    const client = await prompt()
    client.resize(132, 43)
    client.type('stty size\r')
    await client.untilText('43 132')
  })

  test('stays responsive in a flood and stops it with Ctrl-C', async () => {
    const client = await prompt()
    client.type('yes 0123456789012345678901234567890123456789\r')
    await client.until('a flood', () => client.received > 4_000_000)
    // On its socket the key is ahead of every acknowledgement of what comes after it, so that one window may still come,
    // and what is read until the kernel has ended the program. One that waits for 200 ms behind the flood costs more.
    const before = client.received
    client.type('\u0003')
    client.clear()
    client.type(SAY_DONE)
    await client.untilText(/\rdone\r\n/)
    expect(client.received - before).toBeLessThan(WINDOW_HIGH_BYTES + 2 * MAX_OUTPUT_BYTES)
  })

  test('delivers every byte of a large output and then the exit', async () => {
    const client = await prompt()
    client.clear()
    const before = client.received
    client.type(
      'stty -echo -onlcr; clear() { :; }; PS1=; head -c 3000000 /dev/zero | tr "\\0" x; exit 3\r',
    )
    expect(await client.untilExit()).toMatchObject({ reason: 'exit', code: 3, signal: null })
    expect(await client.untilClosed()).toBe(1000)
    expect(client.received - before).toBeGreaterThanOrEqual(3_000_000)
    expect(client.text.match(/x{3000000}/)).not.toBeNull()
  })

  test('carries every byte there is, in both directions, unchanged', async () => {
    const bytes = pseudoRandom(1 << 20)
    expect(new Set(bytes).size).toBe(256)
    const client = await prompt({ files: RANDOM_PROJECT, demo: { build: 'cc -o random random.c' } })
    client.type(
      'stty raw -echo; printf "re""ady"; head -c 65536 | sha256sum; read -rN1; exec ./random\r',
    )
    await client.untilText('ready')
    client.type(bytes.subarray(0, 65_536))
    await client.untilText(`${sha256(bytes.subarray(0, 65_536))}  -\n`)
    client.clear()
    client.type('x')
    await client.untilExit()
    const output = client.takeBytes()
    expect(output.byteLength).toBe(bytes.byteLength)
    expect(sha256(output)).toBe(sha256(bytes))
  })

  test('leaves no process and no mount behind when the socket is lost', async () => {
    const client = await prompt()
    client.type('sleep 98765 & sleep 98765\r')
    await eventually('sleep runs', () => processesWith('sleep\u000098765') >= 2)
    client.drop()
    await eventually('no process', () => processesWith('sleep\u000098765') === 0)
    await eventually('no session', () => service.server.sessions === 0)
    expect(mountsWith(service.stateDir)).toBe(mountsBefore)
  })

  test.each([
    ['0 columns', Buffer.from([2, 0, 0, 0, 24, 0, 0, 0, 0]), 4400],
    ['65535 columns', Buffer.from([2, 255, 255, 0, 24, 0, 0, 0, 0]), 4400],
    ['a malformed frame', Buffer.from([0x44, 1, 2]), 4400],
    ['an oversized frame', Buffer.alloc(100_000), 1009],
  ])('ends on %s', async (_what, bytes, code) => {
    const client = await prompt()
    client.sendRaw(bytes)
    expect(await client.untilClosed()).toBe(code)
  })

  test('opens nothing without a fresh grant for this service, at another path, or beyond its capacity', async () => {
    const answer = async (grant?: string, path?: string) => {
      const asked = { url: service.url, grant, ...(path ? { path } : {}) }
      const opened = TestClient.connect(asked).then((client) => clients.push(client))
      return opened.then(
        () => 101,
        (error) => error.status,
      )
    }
    const sign = async (how = {}) => service.sign(await service.grant(), how)
    expect(await answer()).toBe(401)
    expect(await answer(await sign({ expiresInS: -60 }))).toBe(401)
    expect(await answer(await sign({ audience: 'terminal-archive' }))).toBe(401)
    expect(await answer(await sign(), '/elsewhere')).toBe(404)
    for (let count = 0; count < 4; count += 1) expect(await answer(await sign())).toBe(101)
    expect(await answer(await sign())).toBe(503)
  })

  test('shows the log of a build that failed', async () => {
    const client = await launch({ demo: { build: 'echo the-reason >&2; exit 4' } })
    const { reason, detail } = await client.untilExit()
    expect(reason).toBe('build-failed')
    expect(detail).toContain('the-reason')
    expect(detail).toContain('code 4')
    expect(await client.untilClosed()).toBe(4410)
  })

  test('refuses an archive that is not the one granted', async () => {
    const client = await launch({ files: { 'p/c': 'other' }, archive: { sha256: 'f'.repeat(64) } })
    expect(await client.untilExit()).toMatchObject({ reason: 'archive-failed' })
  })

  test('refuses an archive from elsewhere', async () => {
    const client = await launch({
      files: { 'p/b': 'elsewhere' },
      archive: { url: 'http://127.0.0.1:9/a' },
    })
    expect(await client.untilExit()).toMatchObject({
      reason: 'archive-failed',
      detail: expect.stringContaining('elsewhere'),
    })
  })
})

describe('a service whose archives cannot be reached', () => {
  test('says so and stays up', async () => {
    const service = await startTestService()
    await service.archives.close()
    const client = await service.launch()
    expect(await client.untilExit()).toMatchObject({ reason: 'archive-failed' })
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200)
    await service.close()
  })
})
