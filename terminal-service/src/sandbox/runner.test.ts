import { describe, expect, test } from '@jest/globals'
import { createRunner, encodeArgv } from './runner.ts'
import { STARTED } from './runner-script.ts'
import type { SandboxExit, SandboxTerminal } from './types.ts'

const MARK = 'c0ffee'
const told = (code: number) => `\0${MARK};${code};`

/** A runner whose terminal is played by the test. */
const openPlayed = (hasRunOutOfMemory: (exit: SandboxExit) => boolean = () => false) => {
  const seen = { input: '', pipe: '', output: '', codes: [] as number[], drops: 0 }
  let say: (data: Uint8Array) => void = () => undefined
  let isOpen = true
  let exceeded: string | undefined
  const terminal: SandboxTerminal = {
    onData: (listener) => {
      say = listener
    },
    onExit: () => undefined,
    write: (data) => {
      seen.input += Buffer.from(data).toString()
      return true
    },
    resize: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    usage: () => undefined,
    kill: async () => {
      isOpen = false
    },
  }
  const opened = {
    terminal,
    pid: 1,
    isOpen: () => isOpen,
    dropInput: () => {
      seen.drops += 1
    },
    setExceeded: (reason: string) => {
      exceeded = reason
    },
  }
  const pipe = {
    write: (data: Buffer) => {
      seen.pipe += data.toString()
    },
  }
  const runner = createRunner(opened, pipe, MARK, hasRunOutOfMemory)
  runner.onData((data) => {
    seen.output += Buffer.from(data).toString()
  })
  runner.onCommandEnd((code) => seen.codes.push(code))
  return {
    runner,
    seen,
    say: (text: string) => say(Buffer.from(text)),
    exceeded: () => exceeded,
    type: (text: string) => runner.write(Buffer.from(text)),
  }
}

describe('A runner', () => {
  test('tells its mark first, then each program with its words', () => {
    const { runner, seen, say } = openPlayed()
    runner.run(['echo', '', 'a b'])
    expect(seen.pipe).toBe(`${MARK}\n3\necho\0\0a b\0`)
    expect(() => runner.run(['true'])).toThrow('still running')
    say(`${told(STARTED)}out${told(3)}`)
    expect(seen).toMatchObject({ output: 'out', codes: [3], drops: 1 })
    runner.run(['true'])
  })

  test('holds input until the program has started, and takes none when there is none', () => {
    const { runner, seen, say, type } = openPlayed()
    expect(type('early')).toBe(false)
    runner.run(['cat'])
    expect([type('a'), type('b'), seen.input]).toEqual([true, true, ''])
    expect(type('x'.repeat(200_000))).toBe(false)
    say(told(STARTED))
    expect([type('c'), seen.input]).toEqual([true, 'abc'])
    say(told(0))
    expect([type('late'), seen.input]).toEqual([false, 'abc'])
  })

  test('ends when a program was killed for the memory of all', () => {
    const { runner, seen, say, exceeded } = openPlayed(({ code }) => code === 137)
    runner.run(['bomb'])
    say(`${told(STARTED)}${told(137)}`)
    expect([exceeded(), seen.codes, runner.usage()]).toEqual(['memory', [], undefined])
  })

  test('refuses words that do not fit through its pipe at once', () => {
    expect(() => encodeArgv([])).toThrow(RangeError)
    expect(() => encodeArgv(['a\0b'])).toThrow(RangeError)
    expect(() => encodeArgv(['a', 'ä'.repeat(2000)])).toThrow(RangeError)
    expect(() => encodeArgv(new Array<string>(129).fill('a'))).toThrow(RangeError)
    expect(encodeArgv(['ä']).toString()).toBe('1\nä\0')
  })
})
