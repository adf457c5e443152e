// However a sandbox ends, nothing of it is left: no process, mount, descriptor or folder.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SandboxExit } from '../../terminal-service/src/sandbox/types.ts'
import { eventually } from '../support/eventually.ts'
import {
  BOUNDS,
  commandsWith,
  copyTemplate,
  leftovers,
  openPlayground,
  type Playground,
  specFor,
} from './support/sandboxes.ts'

const SIZE = { cols: 80, rows: 24 }
const STUBBORN = 'trap "" TERM HUP INT QUIT; (setsid nohup sleep 1000 &) ; echo up; sleep 1000'
const FORK_BOMB = 'trap "" HUP TERM; echo up; :(){ :|:& };:; while :; do :; done'

let playground: Playground
let before: ReturnType<typeof leftovers>
beforeAll(async () => {
  playground = await openPlayground()
  // The first sandbox loads what stays: libraries, the terminal's native part.
  const first = await playground.host.openTerminal(playground.spec('echo up'), SIZE)
  await first.kill()
  before = leftovers()
})
afterAll(() => playground.close())

const expectNothingNew = () =>
  eventually('the counts are what they were', () => {
    const now = leftovers()
    return (
      now.processes <= before.processes &&
      now.mounts <= before.mounts &&
      now.descriptors <= before.descriptors &&
      now.temporary <= before.temporary
    )
  })

const HOST = new URL('../../terminal-service/src/sandbox/host.ts', import.meta.url).pathname

/** A service in a process of its own, whose `program` finds `host`, `delay` and what it was `given`. */
const startService = (
  { state, given, launcher = [] }: { state: string; given: unknown; launcher?: string[] },
  program: string,
) => {
  const whole = `
    import { setTimeout as delay } from 'node:timers/promises'
    import { openSandboxHost } from ${JSON.stringify(HOST)}
    const host = await openSandboxHost({ stateDir: ${JSON.stringify(state)} })
    const given = JSON.parse(process.argv.at(-1))
    ${program}
  `
  const args = ['--import', 'tsx', '--input-type=module', '-e', whole, JSON.stringify(given)]
  const [file, ...rest] = [...launcher, process.execPath, ...args] as [string, ...string[]]
  const service = spawn(file, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  let said = ''
  service.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return { service, said: () => said }
}

const openUp = async (script: string) => {
  const terminal = await playground.host.openTerminal(playground.spec(script), SIZE)
  await new Promise<void>((resolve) => terminal.onData(() => resolve()))
  return terminal
}

describe('Nothing is left of', () => {
  test.each([
    ['a program that ignores every signal and leaves a daemon', STUBBORN],
    ['a fork bomb', FORK_BOMB],
  ])('%s, once it is killed', async (_, script) => {
    const terminal = await openUp(script)
    expect(leftovers().processes).toBeGreaterThan(before.processes)
    await terminal.kill()
    expect(leftovers().processes).toBeLessThanOrEqual(before.processes)
    await expectNothingNew()
  })

  test('a terminal whose program ended by itself', async () => {
    const terminal = await openUp('echo up; (setsid sleep 1000 &)')
    await new Promise<SandboxExit>((resolve) => terminal.onExit(resolve))
    await terminal.kill()
    await expectNothingNew()
  })

  test('a terminal killed at the very moment of its start', async () => {
    for (let i = 0; i < 5; i += 1) {
      const terminal = await playground.host.openTerminal(playground.spec('sleep 1000'), SIZE)
      await terminal.kill()
    }
    await expectNothingNew()
  })

  test('a run that took too long', async () => {
    await playground.host.run(playground.spec(STUBBORN), { ...BOUNDS, timeoutMs: 200 })
    await expectNothingNew()
  })

  test('forty sessions, six at a time', async () => {
    for (let i = 0; i < 7; i += 1) {
      const terminals = await Promise.all(Array.from({ length: 6 }, () => openUp('echo up; cat')))
      await Promise.all(terminals.map((terminal) => terminal.kill()))
    }
    await expectNothingNew()
  }, 60_000)

  test('a host that is disposed of with terminals and runs under way', async () => {
    const own = await openPlayground()
    const terminal = await own.host.openTerminal(own.spec(STUBBORN), SIZE)
    await new Promise<void>((resolve) => terminal.onData(() => resolve()))
    const running = own.host.run(own.spec(STUBBORN), BOUNDS)
    await own.close()
    await running
    await expectNothingNew()
  })

  test('a service that was ended by SIGKILL with sandboxes at every stage of their start', async () => {
    const state = mkdtempSync(join(tmpdir(), 'killed-service-'))
    const seconds = `1000.${process.pid}`
    const script = `trap "" TERM HUP INT QUIT; (setsid nohup sleep ${seconds} &) ; (./trace hold ${seconds} &) ; sleep ${seconds}`
    const spec = playground.spec(script, {}, { loopback: true, debug: true })
    const { service, said } = startService(
      { state, given: spec },
      `
      const bounds = { timeoutMs: 60000, maxStdoutBytes: 1000, maxLogBytes: 1000 }
      for (let i = 0; i < 12; i += 1) {
        if (i % 3 === 0) await host.openTerminal(given, { cols: 80, rows: 24 })
        else void host.run(given, bounds)
        await delay(8)
      }
      process.stdout.write('started')
      process.kill(process.pid, 'SIGKILL')
      `,
    )
    await new Promise((resolve) => service.once('exit', resolve))
    expect(said()).toBe('started')
    // From the launcher's first instruction on, every process of it carries the command in its arguments.
    await eventually('its sandboxes are gone', () => commandsWith(seconds) === 0, 10_000)
    rmSync(state, { recursive: true, force: true })
    const next = await openPlayground()
    await next.close()
    const stale = `shellfolio-sandbox-${service.pid}-`
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(stale))).toEqual([])
  }, 30_000)
})

test('what another service on the same machine runs is not counted', async () => {
  const state = mkdtempSync(join(tmpdir(), 'other-service-'))
  const own = leftovers()
  // Of another parent, as that of another run is.
  const launcher = ['/bin/sh', '-c', '"$@" &', 'sh']
  const template = copyTemplate(playground.template, join(state, 'template'))
  const { service, said } = startService(
    { state, given: specFor(template, STUBBORN), launcher },
    `
    const terminal = await host.openTerminal(given, { cols: 80, rows: 24 })
    process.stdout.write(process.pid + ' ')
    terminal.onData((data) => process.stdout.write(data))
    process.once('SIGTERM', () => host.dispose().then(() => process.exit(0)))
    `,
  )
  const ended = new Promise((resolve) => service.stdout.once('close', resolve))
  try {
    await eventually('it runs', () => said().includes('up'), 20_000)
    expect(leftovers().processes).toBeLessThanOrEqual(own.processes)
    expect(leftovers().temporary).toBe(own.temporary)
  } finally {
    process.kill(Number.parseInt(said(), 10))
    await ended
    rmSync(state, { recursive: true, force: true })
  }
}, 30_000)
