// A runner with real sandboxes: one program after the other on one terminal, above one workspace.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { openSandboxHost } from '../../terminal-service/src/sandbox/host.ts'
import { descendantsOf } from '../../terminal-service/src/sandbox/process-tree.ts'
import type {
  SandboxExit,
  SandboxHost,
  SandboxLimits,
  SandboxRunner,
} from '../../terminal-service/src/sandbox/types.ts'
import { commandsWith, specFor } from '../security/support/sandboxes.ts'
import { eventually } from '../support/eventually.ts'

type Argv = [string, ...string[]]

const SIZE = { cols: 80, rows: 24 }
/** Tells when it reads, then shows each byte it gets until `q`; leaves the terminal as raw as it made it. */
const RAW_KEYS = `stty raw -echo; echo READY; while :; do k=$(head -c1 | od -An -tx1); echo "<$k>"
  [ "$k" = " 71" ] && exit 0; done`

let folder: string
let host: SandboxHost
let before: ReturnType<typeof held>

/** What this process's sandboxes hold: others may run on the same machine. */
const held = () => {
  const prefix = `shellfolio-sandbox-${process.pid}-`
  const pipes = readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => readdirSync(join(tmpdir(), name, 'fifos')))
  return {
    pipes: pipes.length,
    launchers: commandsWith(prefix),
    descendants: descendantsOf(process.pid).length,
    descriptors: readdirSync('/proc/self/fd').length,
    mounts: readFileSync('/proc/self/mountinfo', 'utf8').split('\n').length,
  }
}

/** A runner with what it said since the last program was started, and the codes of those that ended. */
const openDriven = async (limits: Partial<SandboxLimits> = {}) => {
  const runner: SandboxRunner = await host.openRunner(
    specFor(join(folder, 'template'), '', limits),
    SIZE,
  )
  const driven = {
    runner,
    output: '',
    /** Length of the output when the last program was told to have ended. */
    outputAtEnd: 0,
    codes: [] as number[],
    exit: undefined as SandboxExit | undefined,
    start: (...argv: Argv) => {
      driven.output = ''
      runner.run(argv)
    },
    sees: (text: string) => eventually(`it prints ${text}`, () => driven.output.includes(text)),
    end: async () => {
      const count = driven.codes.length
      await eventually('the program ends', () => driven.codes.length > count, 20_000)
      return driven.codes.at(-1)
    },
    run: (...argv: Argv) => {
      driven.start(...argv)
      return driven.end()
    },
    shell: (script: string) => driven.run('bash', '--norc', '-c', script),
    type: (text: string) => expect(runner.write(Buffer.from(text))).toBe(true),
  }
  runner.onData((data) => {
    driven.output += Buffer.from(data).toString('latin1')
  })
  runner.onCommandEnd((code) => {
    driven.outputAtEnd = driven.output.length
    driven.codes.push(code)
  })
  runner.onExit((exit) => {
    driven.exit = exit
  })
  open.add(runner)
  return driven
}
const open = new Set<SandboxRunner>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shellfolio-runner-'))
  for (const name of ['home', 'tmp', 'shm']) {
    mkdirSync(join(folder, 'template', name), { recursive: true })
  }
  writeFileSync(join(folder, 'template/home/hello'), '#!/bin/bash\necho "hello $1"; exit 7\n', {
    mode: 0o755,
  })
  host = await openSandboxHost({ stateDir: join(folder, 'state') })
  expect(host.status).toMatchObject({ available: true })
  // The first terminal of a process leaves descriptors of the library behind.
  await (await openDriven()).runner.kill()
  before = held()
})

afterEach(async () => {
  await Promise.all([...open].map((runner) => runner.kill()))
  open.clear()
  await eventually('nothing is left', () => JSON.stringify(held()) === JSON.stringify(before))
})

afterAll(async () => {
  await host.dispose()
  rmSync(folder, { recursive: true, force: true })
})

describe('A program of a runner', () => {
  test('is the project’s, gets its arguments as they are, and its exit code is told', async () => {
    const it = await openDriven()
    expect(await it.run('./hello', '$(id) "\n*')).toBe(7)
    expect(it.output).toBe('hello $(id) "\r\n*\r\n')
    expect(await it.run('printf', '%s|', '', 'a b')).toBe(0)
    expect(it.output).toBe('|a b|')
  })

  test('that does not exist is named in a sentence', async () => {
    const it = await openDriven()
    expect(await it.run('no-such')).toBe(127)
    expect(it.output).toBe('There is no program called no-such here.\r\n')
    expect(await it.run('/etc/passwd')).toBe(126)
  })

  test('finds what an earlier one wrote, but none of its processes', async () => {
    const it = await openDriven()
    const seconds = `1000.${process.pid}1`
    await it.shell(`echo kept > file; (setsid nohup sleep ${seconds} >/dev/null 2>&1 &); sleep 0.1`)
    expect(commandsWith(`sleep\0${seconds}`)).toBe(0)
    await it.run('cat', 'file')
    expect(it.output).toBe('kept\r\n')
  })

  test('has printed everything when its end is told', async () => {
    const it = await openDriven()
    await it.shell('head -c 1000000 /dev/zero | tr "\\0" x; exit 4')
    expect([it.outputAtEnd, it.output.length, it.codes]).toEqual([1_000_000, 1_000_000, [4]])
    await it.run('printf', 'a\\0')
    expect(it.output).toBe('a\0')
  })

  test('is interrupted by Ctrl-C, or handles it', async () => {
    const it = await openDriven()
    it.start('bash', '-c', 'echo READY; exec sleep 1000')
    await it.sees('READY')
    it.type('\u0003')
    expect(await it.end()).toBe(130)
    it.start(
      'bash',
      '-c',
      'trap "echo caught; exit 9" INT; echo READY; while :; do sleep 0.01; done',
    )
    await it.sees('READY')
    it.type('\u0003')
    expect(await it.end()).toBe(9)
    expect(it.output).toContain('caught')
  })

  test('is not stopped by Ctrl-Z for good', async () => {
    const it = await openDriven()
    it.start('bash', '-c', 'echo READY; read -r line; echo "got $line"')
    await it.sees('READY')
    it.type('\u001agoes on\r')
    expect(await it.end()).toBe(0)
    expect(it.output).toContain('got goes on')
  })

  test('may make the terminal raw and read keys; the next one finds it sane', async () => {
    const it = await openDriven()
    it.start('bash', '-c', RAW_KEYS)
    await it.sees('READY')
    it.type('a\u001b[A\u0003')
    await it.sees('< 03>')
    it.type('q')
    expect(await it.end()).toBe(0)
    expect(it.output).toContain('< 61>')
    await it.run('stty', '-a')
    expect(it.output).toMatch(/(?<!-)\bisig icanon iexten echo /)
    expect(it.output).toContain('rows 24; columns 80')
  })

  test('may take the terminal for a group of processes; the next one has it nevertheless', async () => {
    const it = await openDriven()
    // An interactive shell takes the terminal, and dies without a chance to give it back.
    await it.shell(`bash -ic 'echo TAKEN; kill -9 $$'`)
    expect(it.output).toContain('TAKEN')
    it.start('bash', '-c', 'echo READY; read -r line; echo "got $line"')
    await it.sees('READY')
    it.type('text\r')
    await it.sees('got text')
    expect(await it.runner.usage()).toBeDefined()
  })

  test('that ends its own process group does not end the runner', async () => {
    const it = await openDriven()
    expect(await it.shell('kill 0; sleep 1000')).toBe(143)
    await it.run('echo', 'next')
    expect(it.output).toBe('next\r\n')
  })

  test('never gets what was typed for the one before, and nothing runs it', async () => {
    const it = await openDriven()
    it.start('bash', '-c', 'echo READY; sleep 0.2')
    await it.sees('READY')
    it.type('touch /home/visitor/typed\r'.repeat(100))
    await it.end()
    expect(it.runner.write(Buffer.from('late'))).toBe(false)
    it.start('cat')
    it.type('mine\r\u0004')
    expect(await it.end()).toBe(0)
    expect(it.output.replaceAll('^D\b\b', '')).toBe('mine\r\nmine\r\n')
    await it.run('ls')
    expect(it.output).not.toContain('typed')
  })

  test('cannot forge an end: it knows no mark, and sees no process that does', async () => {
    const it = await openDriven()
    it.start(
      'bash',
      '-c',
      `cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline > all 2>/dev/null
      grep -aoE "[0-9a-f]{32}" all | while read -r mark; do printf "\\0%s;0;" "$mark"; done
      printf "\\0;0;\\0%032d;0;" 0; ls /proc/self/fd; echo ALIVE; read -r line; exit 5`,
    )
    await it.sees('ALIVE')
    expect(it.codes).toEqual([])
    it.type('\r')
    expect(await it.end()).toBe(5)
    await it.run('ls', '/proc/self/fd')
    expect(it.output.trim().split(/\s+/)).toEqual(['0', '1', '2', '3'])
    await it.shell('grep -acE "[0-9a-f]{32}" all')
    expect(it.output.trim()).toBe('0')
  })

  test('is refused beside another, and when its words are too many, too long or hold a NUL', async () => {
    const it = await openDriven()
    expect(() => it.runner.run(['true', 'a\0b'])).toThrow(RangeError)
    expect(() => it.runner.run(['true', 'x'.repeat(5000)])).toThrow(RangeError)
    expect(() => it.runner.run(['true', ...new Array<string>(200).fill('x')])).toThrow(RangeError)
    it.start('sleep', '0.1')
    expect(() => it.runner.run(['true'])).toThrow('still running')
    expect(await it.end()).toBe(0)
  })
})

describe('A runner', () => {
  test('ends and says so when a program kills its own group for certain, and leaves nothing', async () => {
    const it = await openDriven()
    const seconds = `1000.${process.pid}4`
    it.start('bash', '-c', `sleep ${seconds} & kill -9 0`)
    await eventually('its end', () => it.exit !== undefined, 20_000)
    expect(it.exit).toEqual({ code: 137, signal: null })
    await eventually('no program', () => commandsWith(seconds) === 0)
    expect(it.runner.write(Buffer.from('late'))).toBe(false)
  })

  test('leaves nothing when killed in the middle of a program', async () => {
    const it = await openDriven()
    const seconds = `1000.${process.pid}2`
    it.start('bash', '-c', `trap "" HUP TERM INT; echo READY; sleep ${seconds}; sleep ${seconds}`)
    await it.sees('READY')
    await it.runner.kill()
    expect([commandsWith(seconds), it.codes, it.runner.usage()]).toEqual([0, [], undefined])
    expect(it.exit).toBeDefined()
  })

  test('leaves nothing when killed between two programs, or before the first', async () => {
    const it = await openDriven()
    await it.run('true')
    await Promise.all([it.runner.kill(), (await openDriven()).runner.kill()])
    expect(it.exit).toBeDefined()
    expect(held()).toEqual(before)
  })

  test('ends with the service, which was ended by SIGKILL in the middle of a program', async () => {
    const state = mkdtempSync(join(tmpdir(), 'killed-runner-'))
    const seconds = `1000.${process.pid}3`
    const module = new URL('../../terminal-service/src/sandbox/host.ts', import.meta.url).pathname
    const program = `
      import { openSandboxHost } from ${JSON.stringify(module)}
      const host = await openSandboxHost({ stateDir: ${JSON.stringify(state)} })
      const open = () => host.openRunner(JSON.parse(process.argv.at(-1)), { cols: 80, rows: 24 })
      const [idle, busy] = [await open(), await open()]
      idle.onCommandEnd(() => busy.run(['bash', '-c', 'trap "" HUP TERM; echo READY; sleep ${seconds}']))
      idle.run(['true'])
      busy.onData(() => process.stdout.write('started', () => process.kill(process.pid, 'SIGKILL')))
    `
    const spec = JSON.stringify(specFor(join(folder, 'template'), ''))
    const service = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program, spec],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
    )
    let said = ''
    service.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    await new Promise((resolve) => service.once('close', resolve))
    expect(said).toBe('started')
    const prefix = `shellfolio-sandbox-${service.pid}-`
    await eventually('all are gone', () => commandsWith(prefix) + commandsWith(seconds) === 0)
    for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
      rmSync(join(tmpdir(), name), { recursive: true })
    }
    rmSync(state, { recursive: true, force: true })
  })

  test('ends with the limit that a program exceeded', async () => {
    const it = await openDriven({ memoryBytes: 64 * 1024 * 1024 })
    const bomb =
      'for i in 1 2 3 4; do (head -c 40m /dev/zero; sleep 1000) | tail -c 40m & done; wait'
    it.start(
      'bash',
      '-c',
      `${bomb.replaceAll('/dev/zero', '<(head -c 40m /dev/zero; sleep 1000)')}`,
    )
    await eventually('the runner ends', () => it.exit !== undefined, 10_000)
    expect(it.exit).toMatchObject({ exceeded: 'memory' })
    expect(it.codes).toEqual([])
  })

  test('runs a hundred programs without keeping a descriptor, a process or a mount of any', async () => {
    const it = await openDriven()
    await it.run('true')
    const first = held()
    for (let count = 0; count < 100; count += 1) {
      expect([await it.run('true'), it.output]).toEqual([0, ''])
    }
    // At first something of an earlier program may still have been on its way out.
    const more = () =>
      Object.entries(held()).filter(
        ([kind, count]) => count > (first as Record<string, number>)[kind]!,
      )
    await eventually('nothing more is held than at first', () => more().length === 0)
  })
})
