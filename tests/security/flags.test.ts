// What a demo has opened works inside its sandbox, and reaches nothing and holds nothing outside of it.
import { connect, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import {
  commandsWith,
  joined,
  openPlayground,
  type Playground,
  textOf,
} from './support/sandboxes.ts'

const LOOPBACK = { loopback: true, debug: false }
const DEBUG = { loopback: false, debug: true }
const SIZE = { cols: 80, rows: 24 }

let playground: Playground
beforeAll(async () => {
  playground = await openPlayground()
})
afterAll(() => playground.close())

const openUp = async (script: string, flags: typeof LOOPBACK, first: string) => {
  const terminal = await playground.host.openTerminal(playground.spec(script, {}, flags), SIZE)
  let text = ''
  terminal.onData((data) => {
    text += Buffer.from(data).toString('utf8')
  })
  await eventually(first, () => text.includes(first))
  return terminal
}

describe('With the loopback opened', () => {
  const CLIENT = 'exec 3<>/dev/tcp/127.0.0.1/4000 && cat <&3'

  test('two programs of one sandbox talk by TCP and by UDP', async () => {
    const script = `./net serve 4000 > said & until grep -q serving said; do :; done
      ${CLIENT}; exec 4<>/dev/udp/127.0.0.1/4000; echo hi >&4; head -n 1 <&4`
    expect(textOf(await playground.run(joined(script), {}, LOOPBACK))).toBe('hello\nhello')
  })

  test('what listens on the host is not there, at none of its addresses', async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const script = `for host in 127.0.0.1 127.0.0.2 0.0.0.0 ::1 ${await ownAddresses()}; do
      (echo > /dev/tcp/$host/${port}) 2>&1; done | grep -cvE "refused|unreachable"`
    expect(textOf(await playground.run(script, {}, LOOPBACK))).toBe('0')
    expect(connections).toBe(0)
    // The listener itself is fine: this process reaches it.
    connect({ port, host: '127.0.0.1' }).on('error', () => undefined)
    await eventually('a connection', () => connections === 1)
    await new Promise((resolve) => server.close(resolve))
  })

  test('what listens in another sandbox is not there', async () => {
    const other = await openUp('./net serve 4000', LOOPBACK, 'serving')
    const run = await playground.run(joined(CLIENT), {}, LOOPBACK)
    expect(textOf(run)).toContain('Connection refused')
    await other.kill()
  })
})

describe('With tracing opened', () => {
  test('a debugger’s calls work on a process of one’s own', async () => {
    const run = await playground.run(joined('./trace read'), {}, DEBUG)
    expect(textOf(run)).toBe('peeked 43, copied 43')
  })

  test('the leak checker finds a leak, which without it is not looked for', async () => {
    const script = `printf '#include <stdlib.h>\\nint main(void) { return !malloc(77); }' > leak.c
      gcc -O0 -fsanitize=address -o leak leak.c && ./leak; echo "rc=$?"`
    const limits = { memoryBytes: 2 ** 50 }
    expect(textOf(await playground.run(joined(script), limits, DEBUG))).toMatch(
      /77 byte\(s\) leaked[\s\S]*rc=1$/,
    )
    expect(textOf(await playground.run(joined(script), limits))).toBe('rc=0')
  })

  test('tracers that hold their children at their death are ended with them', async () => {
    const name = `held-by-${process.pid}`
    const terminal = await openUp(`./trace hold ${name}`, DEBUG, 'held')
    expect(commandsWith(name)).toBeGreaterThan(5)
    await terminal.kill()
    expect(commandsWith(name)).toBe(0)
  })
})

const ownAddresses = async (): Promise<string> => {
  const { networkInterfaces } = await import('node:os')
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)
    .join(' ')
}
