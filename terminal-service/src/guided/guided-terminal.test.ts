import { describe, expect, test } from '@jest/globals'
import type { SandboxExit, SandboxSpec } from '../sandbox/types.ts'
import { eventually } from '../testing/client.ts'
import { FakeRunner } from '../testing/fake-sandbox.ts'
import { openGuided } from './guided-terminal.ts'
import { compileRules } from './rules.ts'

const SIZE = { cols: 80, rows: 24 }
const open = () => {
  const runner = new FakeRunner({} as SandboxSpec, SIZE)
  const matcher = compileRules([
    { program: './dinner', argument: '[0-9]+' },
    { program: 'make', argument: 'test' },
  ])
  const commands = [{ label: 'Five eat', command: './dinner 5' }]
  const ran: string[] = []
  const onRun = (name: string) => ran.push(name)
  const terminal = openGuided(runner, { matcher, commands, size: SIZE, onRun })
  const exits: SandboxExit[] = []
  let shown = ''
  terminal.onData((data) => {
    shown += Buffer.from(data).toString()
  })
  terminal.onExit((exit) => exits.push(exit))
  return {
    runner,
    terminal,
    exits,
    ran,
    type: (text: string) => terminal.write(Buffer.from(text)),
    /** What was shown since the last look, without escape sequences. */
    look: () => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes.
      const text = shown.replace(/\u001b\[[0-?]*[@-~]/g, '').replaceAll('\r\ndemo', '\ndemo')
      shown = ''
      return text.replaceAll('\r\n', '\n').replaceAll('\r', '')
    },
  }
}

describe('a guided terminal', () => {
  test('tells how to find out what can be run, even before anybody listens', () => {
    expect(open().look()).toBe('Type help to see what can be run here.\ndemo $ ')
  })

  test('runs what the rules allow and shows its output before the next prompt', () => {
    const { runner, type, look } = open()
    look()
    type('./dinner 5\r')
    expect(runner.argvs).toEqual([['./dinner', '5']])
    expect(look()).toBe('./dinner 5\n')
    runner.say('eaten\r\n')
    runner.endCommand(0)
    expect(look()).toBe('eaten\ndemo $ ')
  })

  test('tells what was run by names of the demo alone, and nothing that was refused', () => {
    const { runner, type, ran } = open()
    for (const line of [' ./dinner 5 ', './dinner 123456', 'make test', 'make secret', 'help']) {
      type(`${line}\r`)
      runner.endCommand(0)
    }
    expect(ran).toEqual(['Five eat', './dinner', 'make'])
  })

  test('begins a fresh line and tells the code when a program fails', () => {
    const { runner, type, look } = open()
    type('make test\r')
    look()
    runner.say('half\u001b[0m')
    runner.endCommand(3)
    expect(look()).toBe('half\n[exit 3]\ndemo $ ')
  })

  test.each([
    ['ls', /“ls” is not among/],
    ['./dinner five', /does not take/],
    ['make test | wc', /Pipes/],
    ['make test; sh', /Several commands/],
  ])('refuses %s in words and runs nothing', (line, words) => {
    const { runner, type, look } = open()
    look()
    type(`${line}\r`)
    expect(look()).toMatch(words)
    expect(runner.argvs).toEqual([])
  })

  test('hands input to the running program, Ctrl-C and what was typed ahead included', () => {
    const { runner, type } = open()
    type('make test\rahead')
    type('\u0003')
    expect(runner.written.map(String)).toEqual(['ahead', '\u0003'])
    runner.isFull = true
    expect(type('x')).toBe(false)
  })

  test('keeps what follows a line that runs nothing', () => {
    const { runner, type } = open()
    type('nothing\rhistory\rmake test\r')
    expect(runner.argvs).toEqual([['make', 'test']])
  })

  test('helps, clears, and remembers', () => {
    const { type, look } = open()
    look()
    type('help\r')
    expect(look()).toMatch(/\.\/dinner\n {2}make\nTry:\n {2}\.\/dinner 5 {2}\(Five eat\)\n/)
    type('history\r')
    expect(look()).toContain('1  help\n2  history\n')
    type('clear\r')
    expect(look()).toBe('clear\ndemo $ ')
  })

  test.each([
    ['exit', 'exit\r'],
    ['Ctrl-D', '\u0004'],
  ])('ends with 0 once by %s, when its sandbox is gone', async (_, keys) => {
    const { runner, type, exits } = open()
    type(keys)
    expect(exits).toEqual([])
    runner.end({ code: null, signal: 'SIGKILL' })
    await eventually('the exit', async () => exits.length > 0)
    runner.end({ code: null, signal: 'SIGKILL' })
    expect(runner.isKilled).toBe(true)
    expect(exits).toEqual([{ code: 0, signal: null }])
    expect(type('help\r')).toBe(false)
  })

  test('ends as its sandbox does, once', () => {
    const { runner, type, exits } = open()
    type('make test\r')
    runner.end({ code: null, signal: 'SIGKILL', exceeded: 'memory' })
    runner.end({ code: 0, signal: null })
    expect(exits).toEqual([{ code: null, signal: 'SIGKILL', exceeded: 'memory' }])
  })

  test('passes size, pauses, use and end on', async () => {
    const { runner, terminal } = open()
    terminal.resize(40, 10)
    expect(runner.sizes.at(-1)).toEqual({ cols: 40, rows: 10 })
    terminal.pause()
    expect(runner.isPaused).toBe(true)
    terminal.resume()
    expect(runner.isPaused).toBe(false)
    expect(terminal.usage()).toEqual(runner.used)
    await terminal.kill()
    expect(terminal.usage()).toBeUndefined()
  })

  test('draws nothing into a running program when the size changes', () => {
    const { terminal, type, look } = open()
    type('make test\r')
    look()
    terminal.resize(40, 10)
    expect(look()).toBe('')
  })
})
