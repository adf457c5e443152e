import { describe, expect, test } from '@jest/globals'
import {
  type Action,
  ALLOW,
  ARCHITECTURES,
  compileFilter,
  encodeFilter,
  KILL_PROCESS,
  refuseWith,
} from './bpf.ts'
import { runFilter } from './bpf-interpreter.ts'

const answer = (value: number): Action => ({ kind: 'answer', value })
const fallback = answer(refuseWith(38))

const ask = (rules: Map<number, Action>, number: number, args: bigint[] = []) =>
  runFilter(compileFilter({ architecture: 'x64', rules, fallback }), {
    architecture: ARCHITECTURES.x64,
    number,
    args,
  })

describe('A compiled filter', () => {
  test('answers each number by its rule and all others by the fallback', () => {
    const rules = new Map([
      [0, answer(ALLOW)],
      [7, answer(refuseWith(1))],
      [0x40000000, answer(ALLOW)],
    ])
    expect([0, 1, 6, 7, 8, 0x3fffffff, 0x40000000].map((number) => ask(rules, number))).toEqual([
      ALLOW,
      refuseWith(38),
      refuseWith(38),
      refuseWith(1),
      refuseWith(38),
      refuseWith(38),
      ALLOW,
    ])
  })

  test('ends processes that call through another processor’s gate', () => {
    const program = compileFilter({
      architecture: 'x64',
      rules: new Map(),
      fallback: answer(ALLOW),
    })
    const i386 = 0x40000003
    expect(runFilter(program, { architecture: i386, number: 0 })).toBe(KILL_PROCESS)
    expect(runFilter(program, { architecture: ARCHITECTURES.arm64, number: 0 })).toBe(KILL_PROCESS)
    expect(runFilter(program, { architecture: ARCHITECTURES.x64, number: 0 })).toBe(ALLOW)
  })

  test('compares the low half of an argument, under a mask, with every value', () => {
    const compare: Action = {
      kind: 'compare',
      argument: 2,
      mask: 0xf0,
      equals: [0x10, 0x30],
      ifEqual: ALLOW,
      otherwise: refuseWith(1),
    }
    const rules = new Map([[5, compare]])
    const answers = [0x10n, 0x1fn, 0x30n, 0x20n, 0n, 0x700000010n].map((value) =>
      ask(rules, 5, [0n, 0n, value]),
    )
    expect(answers).toEqual([ALLOW, ALLOW, ALLOW, refuseWith(1), refuseWith(1), ALLOW])
  })

  test('looks at several arguments, one after the other', () => {
    const second: Action = {
      kind: 'compare',
      argument: 1,
      equals: [3, 4],
      ifEqual: ALLOW,
      otherwise: refuseWith(2),
    }
    const chain: Action = {
      kind: 'compare',
      argument: 0,
      mask: 0xff,
      equals: [1, 2],
      ifEqual: second,
      otherwise: { ...second, argument: 2, otherwise: refuseWith(3) },
    }
    const answers = (
      [
        [1n, 3n, 0n],
        [0x102n, 4n, 0n],
        [2n, 5n, 3n],
        [9n, 3n, 4n],
        [9n, 3n, 5n],
      ] as const
    ).map((args) => ask(new Map([[5, chain]]), 5, [...args]))
    expect(answers).toEqual([ALLOW, ALLOW, refuseWith(2), ALLOW, refuseWith(3)])
  })

  test('is refused where one rule compares more values than a jump can pass', () => {
    const rule: Action = {
      kind: 'compare',
      argument: 0,
      equals: Array.from({ length: 300 }, (_, value) => value),
      ifEqual: ALLOW,
      otherwise: refuseWith(1),
    }
    expect(() => ask(new Map([[5, rule]]), 5, [0n])).toThrow(RangeError)
  })

  test('stays right where jumps are longer than a byte holds', () => {
    const rules = new Map(
      Array.from({ length: 900 }, (_, number) => [number, answer(refuseWith((number % 100) + 1))]),
    )
    for (let number = 0; number < 900; number += 1) {
      expect(ask(rules, number)).toBe(refuseWith((number % 100) + 1))
    }
    expect(ask(rules, 900)).toBe(refuseWith(38))
  })

  test('is refused when it is longer than the kernel takes', () => {
    const rules = new Map(
      Array.from({ length: 5000 }, (_, number) => [number, answer(refuseWith((number % 2) + 1))]),
    )
    expect(() => ask(rules, 0)).toThrow(RangeError)
  })

  test('is encoded as the kernel reads it: eight little-endian bytes an instruction', () => {
    const bytes = encodeFilter([{ code: 0x15, jumpTrue: 1, jumpFalse: 2, value: 0xc000003e }])
    expect(bytes.toString('hex')).toBe('150001023e0000c0')
  })
})

describe('The interpreter', () => {
  test('refuses programs that run past their end or use unknown opcodes', () => {
    const attempt = { architecture: 0, number: 0 }
    expect(() => runFilter([], attempt)).toThrow('past its end')
    const unknown = { code: 0x99, jumpTrue: 0, jumpFalse: 0, value: 0 }
    expect(() => runFilter([unknown], attempt)).toThrow('unknown opcode')
  })
})
