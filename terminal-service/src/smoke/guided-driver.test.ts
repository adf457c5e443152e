// A guided demo under a smoke run: exact codes, refusals, and Ctrl-C, on a runner that a test plays.
import { describe, expect, test } from '@jest/globals'
import type { SandboxRunner } from '../sandbox/types.ts'
import { runCommand } from './command.ts'
import { driveGuided } from './guided-driver.ts'

const fakeRunner = () => {
  const ran: string[][] = []
  const written: string[] = []
  let onData: (data: Uint8Array) => void = () => undefined
  let onEnd: (code: number) => void = () => undefined
  const runner = {
    onData: (listener: typeof onData) => {
      onData = listener
    },
    onCommandEnd: (listener: typeof onEnd) => {
      onEnd = listener
    },
    onExit: () => undefined,
    write: (data: Uint8Array) => {
      written.push(Buffer.from(data).toString())
      if (written.at(-1) === '\u0003') onEnd(130)
      return true
    },
    run: (argv: readonly string[]) => {
      ran.push([...argv])
      if (argv[0] === 'hangs') return
      onData(Buffer.from(`${argv.join('+')}\r\n`))
      onEnd(argv[0] === 'fails' ? 3 : 0)
    },
    kill: async () => undefined,
  } as unknown as SandboxRunner
  return { runner, ran, written }
}

const parse = (line: string) => {
  const [program, ...rest] = line.split(' ')
  if (!program) return undefined
  if (program === 'rm') return { refusal: 'rm may not be run here.' }
  return { argv: [program, ...rest] as [string, ...string[]] }
}

const run = async (command: string, expected?: string) => {
  const fake = fakeRunner()
  const driver = driveGuided(fake.runner, parse)
  const { result, canGoOn } = await runCommand(
    driver,
    { label: command, command, ...(expected === undefined ? {} : { expect: expected }) },
    { onEvent: () => undefined, timeoutMs: 50, lingerMs: 50, graceMs: 1000 },
  )
  return { ...fake, result, canGoOn }
}

describe('a guided smoke run', () => {
  test('runs what the rules make of the line', async () => {
    const { ran, result, canGoOn } = await run('say it', 'say+it')
    expect(ran).toEqual([['say', 'it']])
    expect(result).toMatchObject({ ok: true, ended: 'by-itself', exitCode: 0, output: 'say+it\n' })
    expect(canGoOn).toBe(true)
  })

  test('does not take the typed line for output, and tells the code of a failure', async () => {
    expect((await run('fails', 'not there')).result).toMatchObject({ ok: false, exitCode: 3 })
    expect((await run('x typed', 'x typed')).result).toMatchObject({ ok: false, matched: false })
  })

  test('shows a refusal as one', async () => {
    const { ran, result } = await run('rm -rf /')
    expect(ran).toEqual([])
    expect(result).toMatchObject({ ok: false, exitCode: 126 })
    expect(result.output).toContain('rm may not be run here.')
  })

  test('interrupts what does not end', async () => {
    const { written, result, canGoOn } = await run('hangs')
    expect(written).toEqual(['\u0003'])
    expect([result.ok, result.ended, canGoOn]).toEqual([false, 'timeout', true])
  })
})
