import { describe, expect, test } from '@jest/globals'
import { ALLOW, ARCHITECTURES, compileFilter, KILL_PROCESS, refuseWith } from './bpf.ts'
import { runFilter } from './bpf-interpreter.ts'
import {
  ALLOWED_SYSCALLS,
  FORBIDDEN_SYSCALLS,
  isSupportedArchitecture,
  visitorPolicy,
} from './policy.ts'
import { SYSCALLS_ARM64 } from './syscalls-arm64.ts'
import { SYSCALLS_X64 } from './syscalls-x64.ts'

const EPERM = refuseWith(1)
const ENOSYS = refuseWith(38)
const EAFNOSUPPORT = refuseWith(97)

const TABLES = { x64: SYSCALLS_X64, arm64: SYSCALLS_ARM64 }
/** Decided by an argument, or refused as if unknown. */
const SPECIAL = ['clone', 'clone3', 'socket', 'socketpair', 'ioctl', 'personality']

describe.each(['x64', 'arm64'] as const)('On %s, the policy', (architecture) => {
  const program = compileFilter(visitorPolicy(architecture))
  const table = TABLES[architecture]
  const ask = (number: number, ...args: (number | bigint)[]) =>
    runFilter(program, {
      architecture: ARCHITECTURES[architecture],
      number,
      args: args.map(BigInt),
    })
  const askBy = (name: string, ...args: (number | bigint)[]) => {
    const number = table.get(name)
    if (number === undefined) throw new Error(`${name} is not in the table.`)
    return ask(number, ...args)
  }

  test('gives every call of the kernel the answer that its lists say', () => {
    const wrong = [...table.keys()].filter((name) => {
      if (SPECIAL.includes(name)) return false
      const expected = ALLOWED_SYSCALLS.includes(name)
        ? ALLOW
        : FORBIDDEN_SYSCALLS.includes(name)
          ? EPERM
          : ENOSYS
      return askBy(name) !== expected
    })
    expect(wrong).toEqual([])
  })

  test('knows no call of a later kernel', () => {
    const last = Math.max(...table.values())
    for (let number = last + 1; number < last + 500; number += 1) expect(ask(number)).toBe(ENOSYS)
    expect(ask(0x40000000)).toBe(ENOSYS)
    expect(ask(0xffffffff)).toBe(ENOSYS)
  })

  test('ends processes that use another processor’s calls', () => {
    const other = architecture === 'x64' ? 'arm64' : 'x64'
    const attempt = { architecture: ARCHITECTURES[other], number: 0 }
    expect(runFilter(program, attempt)).toBe(KILL_PROCESS)
  })

  test('lets threads and processes be made, but not one kind of namespace', () => {
    const SIGCHLD = 17
    const THREAD = 0x3d0f00
    expect(askBy('clone', SIGCHLD)).toBe(ALLOW)
    expect(askBy('clone', THREAD)).toBe(ALLOW)
    const kinds = {
      mount: 0x00020000,
      cgroup: 0x02000000,
      uts: 0x04000000,
      ipc: 0x08000000,
      user: 0x10000000,
      pid: 0x20000000,
      net: 0x40000000,
    }
    for (const flag of Object.values(kinds)) {
      expect(askBy('clone', SIGCHLD | flag)).toBe(EPERM)
      expect(askBy('clone', (1n << 32n) | BigInt(SIGCHLD | flag))).toBe(EPERM)
    }
    expect(askBy('clone3')).toBe(ENOSYS)
  })

  test('lets local sockets be made and no others, whatever the upper half says', () => {
    for (const call of ['socket', 'socketpair']) {
      expect(askBy(call, 1)).toBe(ALLOW)
      for (let family = 2; family < 64; family += 1) {
        expect(askBy(call, family)).toBe(EAFNOSUPPORT)
        expect(askBy(call, (1n << 32n) | BigInt(family))).toBe(EAFNOSUPPORT)
      }
      expect(askBy(call, 0)).toBe(EAFNOSUPPORT)
    }
  })

  test('refuses to type for others, to paste, to take the console and the line discipline', () => {
    for (const request of [0x5412, 0x541c, 0x541d, 0x5423]) {
      expect(askBy('ioctl', 0, request)).toBe(EPERM)
      expect(askBy('ioctl', 0, (1n << 32n) | BigInt(request))).toBe(EPERM)
    }
    const TIOCGWINSZ = 0x5413
    expect(askBy('ioctl', 0, TIOCGWINSZ)).toBe(ALLOW)
  })

  test('allows the plain personality only', () => {
    expect([0, 0x40000, 0xffffffff].map((value) => askBy('personality', value))).toEqual([
      ALLOW,
      ALLOW,
      ALLOW,
    ])
    const READ_IMPLIES_EXEC = 0x400000
    expect(askBy('personality', READ_IMPLIES_EXEC)).toBe(EPERM)
  })

  test('forbids what the kernel was broken through before', () => {
    const calls = ['splice', 'tee', 'vmsplice', 'bpf', 'io_uring_setup', 'userfaultfd', 'keyctl']
    expect(calls.map((name) => askBy(name))).toEqual(calls.map(() => EPERM))
  })
})

describe('The lists', () => {
  test('do not contradict each other and name only calls that exist', () => {
    expect(FORBIDDEN_SYSCALLS.filter((name) => ALLOWED_SYSCALLS.includes(name))).toEqual([])
    expect(new Set(ALLOWED_SYSCALLS).size).toBe(ALLOWED_SYSCALLS.length)
    const unknown = [...ALLOWED_SYSCALLS, ...FORBIDDEN_SYSCALLS].filter(
      (name) => !SYSCALLS_X64.has(name) && !SYSCALLS_ARM64.has(name),
    )
    expect(unknown).toEqual([])
  })

  test('are known for two processors only', () => {
    expect(['x64', 'arm64', 'ia32', 'constructor'].map(isSupportedArchitecture)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
