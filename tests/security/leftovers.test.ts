// However a sandbox ends, nothing of it is left: no process, mount, descriptor or folder.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SandboxExit } from '../../terminal-service/src/sandbox/types.ts'
import { eventually } from '../support/eventually.ts'
import { BOUNDS, leftovers, openPlayground, type Playground } from './support/sandboxes.ts'

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

  test('a service that was ended by SIGKILL; its folder goes when the next one starts', async () => {
    const state = mkdtempSync(join(tmpdir(), 'killed-service-'))
    const program = `
      import { openSandboxHost } from ${JSON.stringify(new URL('../../terminal-service/src/sandbox/host.ts', import.meta.url).pathname)}
      const host = await openSandboxHost({ stateDir: ${JSON.stringify(state)} })
      const spec = JSON.parse(process.argv.at(-1))
      const terminal = await host.openTerminal(spec, { cols: 80, rows: 24 })
      void host.run(spec, { timeoutMs: 60000, maxStdoutBytes: 1000, maxLogBytes: 1000 })
      terminal.onData(() => process.stdout.write('up'))
      setInterval(() => {}, 1000)
    `
    const service = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        program,
        JSON.stringify(playground.spec(STUBBORN)),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
    )
    await new Promise((resolve) => service.stdout.once('data', resolve))
    const gone = new Promise((resolve) => service.once('close', resolve))
    service.kill('SIGKILL')
    await gone
    await eventually(
      'its sandboxes are gone',
      () => leftovers().processes <= before.processes,
      10_000,
    )
    rmSync(state, { recursive: true, force: true })
    const next = await openPlayground()
    await next.close()
    expect(
      readdirSync(tmpdir()).filter((name) => name.startsWith(`shellfolio-sandbox-${service.pid}-`)),
    ).toEqual([])
  }, 30_000)
})
