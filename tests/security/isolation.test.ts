// Two visitors at the same time know nothing of each other, and a terminal gives nothing away.

import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SandboxExit, SandboxTerminal } from '../../terminal-service/src/sandbox/types.ts'
import { eventually } from '../support/eventually.ts'
import { openPlayground, type Playground } from './support/sandboxes.ts'

const SIZE = { cols: 100, rows: 30 }

type Visitor = {
  terminal: SandboxTerminal
  text: () => string
  /** Types a line and answers with what was printed after it, up to a mark of our own. */
  type: (line: string) => Promise<string>
  exit: Promise<SandboxExit>
}

let playground: Playground
beforeAll(async () => {
  playground = await openPlayground()
})
afterAll(() => playground.close())

const openVisitor = async (): Promise<Visitor> => {
  const spec = playground.spec('')
  const terminal = await playground.host.openTerminal(
    { ...spec, command: ['/bin/bash', '--norc', '--noprofile', '-i'], env: { PS1: '$ ' } },
    SIZE,
  )
  const chunks: Buffer[] = []
  const text = () => Buffer.concat(chunks).toString('utf8')
  terminal.onData((data) => chunks.push(Buffer.from(data)))
  const exit = new Promise<SandboxExit>((resolve) => terminal.onExit(resolve))
  let lines = 0
  const type = async (line: string) => {
    lines += 1
    const start = text().length
    const mark = `end-${lines}.`
    terminal.write(Buffer.from(`${line}\necho end-""${lines}.\n`))
    await eventually(line, () => text().indexOf(mark, start) >= 0, 10_000)
    return text().slice(start, text().indexOf(mark, start))
  }
  return { terminal, text, type, exit }
}

const withTwo = async (use: (a: Visitor, b: Visitor) => Promise<void>) => {
  const [a, b] = await Promise.all([openVisitor(), openVisitor()])
  try {
    await use(a, b)
  } finally {
    await Promise.all([a.terminal.kill(), b.terminal.kill()])
  }
}

describe('Two sessions at the same time', () => {
  test('do not see, signal or name each other’s processes', () =>
    withTwo(async (a, b) => {
      await a.type('sleep 4242 &')
      expect(await b.type('cat /proc/[0-9]*/cmdline | tr "\\0" " "')).not.toContain('4242\n')
      expect(await b.type('for i in $(seq 3 200); do kill -9 $i 2>/dev/null; done')).not.toContain(
        'Killed',
      )
      expect(await a.type('jobs')).toContain('Running')
    }))

  test('do not read or write each other’s files in any writable folder', () =>
    withTwo(async (a, b) => {
      await a.type('echo mine | tee ~/secret /tmp/secret > /dev/shm/secret')
      expect(await b.type('cat ~/secret /tmp/secret /dev/shm/secret | grep -c ^mine')).toMatch(
        /0\r/,
      )
      await b.type('echo theirs | tee ~/secret > /tmp/secret')
      expect(await a.type('cat ~/secret /tmp/secret')).toMatch(/mine\r\nmine\r/)
    }))

  test('do not write to each other’s terminals', () =>
    withTwo(async (a, b) => {
      await a.type('for i in $(seq 0 40); do echo spam""med > /dev/pts/$i; done 2>/dev/null')
      await a.type('for i in $(seq 3 60); do echo spam""med >&$i; done 2>/dev/null')
      await b.type('true')
      expect(b.text()).not.toContain('spammed')
    }))

  test('share no System V, POSIX or abstract socket names', () =>
    withTwo(async (a, b) => {
      expect(await a.type('readlink /proc/self/ns/ipc /proc/self/ns/net')).toMatch(/ipc:\[\d+\]/)
      const namespaces = (text: string) => text.match(/\[\d+\]/g)
      const command = 'readlink /proc/self/ns/{ipc,net,pid,mnt,uts,user}'
      const [first, second] = [namespaces(await a.type(command)), namespaces(await b.type(command))]
      expect(first).toHaveLength(6)
      expect(first?.filter((name) => second?.includes(name))).toEqual([])
    }))

  test('run as two different users of the host, neither of them root', () =>
    withTwo(async (a, b) => {
      await a.type('sleep 31.41 &')
      await b.type('sleep 31.42 &')
      const ownersOf = (argument: string) =>
        readdirSync('/proc')
          .filter((name) => /^\d+$/.test(name))
          .flatMap((pid) => {
            try {
              return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === `sleep\0${argument}\0`
                ? [/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]]
                : []
            } catch {
              return []
            }
          })
      const [first, second] = [ownersOf('31.41'), ownersOf('31.42')]
      expect(first).toHaveLength(1)
      expect(second).toHaveLength(1)
      expect(['0', second[0]]).not.toContain(first[0])
    }))

  test('do not slow each other down: echo stays quick beside eight busy loops', () =>
    withTwo(async (a, b) => {
      await a.type('for i in 1 2 3 4 5 6 7 8; do while :; do :; done & done')
      const samples: number[] = []
      for (let i = 0; i < 20; i += 1) {
        const start = performance.now()
        await b.type('true')
        samples.push(performance.now() - start)
      }
      samples.sort((x, y) => x - y)
      expect(samples[10]).toBeLessThan(500)
    }))
})

describe('A terminal', () => {
  test('has its size, its colours, job control and a clean environment', async () => {
    const visitor = await openVisitor()
    expect(await visitor.type('stty size')).toContain('30 100')
    visitor.terminal.resize(120, 40)
    expect(await visitor.type('stty size; echo $TERM $COLORTERM')).toMatch(
      /40 120\r\nxterm-256color truecolor/,
    )
    expect(await visitor.type('env | grep -c "SB_\\|NODE\\|SHELLFOLIO"')).toMatch(/0\r/)
    expect(await visitor.type('echo to-""stderr > /dev/stderr; echo to-""tty > /dev/tty')).toMatch(
      /to-stderr\r\nto-tty/,
    )
    visitor.terminal.write(Buffer.from(`bash -c 'echo to-""sleep; exec sleep 60'\n`))
    // Its own words: the echo of the line comes before there is anything to interrupt.
    await eventually('it sleeps', () => visitor.text().includes('to-sleep'))
    visitor.terminal.write(Buffer.from([3]))
    expect(await visitor.type('echo interrupted=$?')).toContain('interrupted=130')
    await visitor.terminal.kill()
  })

  test('lets no program type for its visitor', async () => {
    const visitor = await openVisitor()
    const tiocsti = 0x5412
    const ioctl = process.arch === 'arm64' ? 29 : 16
    expect(await visitor.type(`./sc ${ioctl} 0 ${tiocsti} s:x`)).toContain('EPERM')
    expect(
      await visitor.type(`./sc ${ioctl} 0 0x1${tiocsti.toString(16).padStart(8, '0')} s:x`),
    ).toContain('EPERM')
    await visitor.terminal.kill()
  })

  test('delivers its last output before its exit, also to a slow reader', async () => {
    const terminal = await playground.host.openTerminal(
      playground.spec('head -c 300000 /dev/zero | tr "\\0" x; printf "last"; exit 9'),
      SIZE,
    )
    let bytes = 0
    let tail = ''
    let atExit = -1
    terminal.onData((data) => {
      bytes += data.length
      tail = (tail + Buffer.from(data).toString('latin1')).slice(-4)
      terminal.pause()
      setTimeout(terminal.resume, 2)
    })
    const exit = await new Promise<SandboxExit>((resolve) =>
      terminal.onExit((made) => {
        atExit = bytes
        resolve(made)
      }),
    )
    expect(exit.code).toBe(9)
    expect(atExit).toBe(300_004)
    expect(tail).toBe('last')
    await terminal.kill()
  })

  test('takes a bounded amount of input from a flood, and still answers', async () => {
    const visitor = await openVisitor()
    await visitor.type('stty -echo; sleep 1 &')
    visitor.terminal.write(Buffer.from('sleep 1\n'))
    let taken = 0
    while (taken < 100 && visitor.terminal.write(Buffer.alloc(64 * 1024, 'y'))) taken += 1
    expect(taken).toBeLessThan(10)
    await visitor.terminal.kill()
    expect(visitor.terminal.write(Buffer.from('x'))).toBe(false)
    await visitor.terminal.kill()
  })
})
