import { describe, expect, test } from '@jest/globals'
import type { SandboxFlags } from '@shellfolio/protocol'
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

describe.each(['x64', 'arm64'] as const)('On %s, with the loopback opened', (architecture) => {
  const program = compileFilter(visitorPolicy(architecture, { loopback: true, debug: false }))
  const askBy = (name: string, ...args: (number | bigint)[]) =>
    runFilter(program, {
      architecture: ARCHITECTURES[architecture],
      number: TABLES[architecture].get(name) ?? Number.NaN,
      args: args.map(BigInt),
    })
  const EPROTONOSUPPORT = refuseWith(93)
  const SOCK_NONBLOCK = 0x800
  const SOCK_CLOEXEC = 0x80000

  test('TCP and UDP sockets are made, with the flags that ride in their type', () => {
    for (const family of [2, 10]) {
      for (const flags of [0, SOCK_NONBLOCK, SOCK_CLOEXEC, SOCK_NONBLOCK | SOCK_CLOEXEC]) {
        expect(askBy('socket', family, 1 | flags, 0)).toBe(ALLOW)
        expect(askBy('socket', family, 1 | flags, 6)).toBe(ALLOW)
        expect(askBy('socket', family, 2 | flags, 0)).toBe(ALLOW)
        expect(askBy('socket', family, 2 | flags, 17)).toBe(ALLOW)
      }
    }
  })

  test('every other type and protocol is refused, whatever the upper half says', () => {
    const stream = [0, 6]
    const datagram = [0, 17]
    for (let protocol = 0; protocol < 300; protocol += 1) {
      for (const high of [0n, 1n << 32n]) {
        const ask = (type: number) => askBy('socket', 2, type, high | BigInt(protocol))
        expect(ask(1)).toBe(stream.includes(protocol) ? ALLOW : EPROTONOSUPPORT)
        expect(ask(2)).toBe(datagram.includes(protocol) ? ALLOW : EPROTONOSUPPORT)
      }
    }
    for (let type = 0; type < 64; type += 1) {
      const expected = type === 1 || type === 2 ? ALLOW : EPROTONOSUPPORT
      expect(askBy('socket', 10, type, 0)).toBe(expected)
      expect(askBy('socket', 10, (1n << 32n) | BigInt(type), 0)).toBe(expected)
    }
    expect(askBy('socket', 2, 0x40000001, 0)).toBe(EPROTONOSUPPORT)
  })

  test('no other family is, and pairs stay local', () => {
    for (let family = 0; family < 64; family += 1) {
      const isOpened = [1, 2, 10].includes(family)
      expect(askBy('socket', family, 1, 0)).toBe(isOpened ? ALLOW : EAFNOSUPPORT)
      expect(askBy('socketpair', family, 1, 0)).toBe(family === 1 ? ALLOW : EAFNOSUPPORT)
    }
  })

  test('no other protocol is put on top of a socket', () => {
    const TCP_ULP = 31
    const UDP_ENCAP = 100
    expect(askBy('setsockopt', 3, 6, TCP_ULP)).toBe(EPERM)
    expect(askBy('setsockopt', 3, 6, (1n << 32n) | BigInt(TCP_ULP))).toBe(EPERM)
    expect(askBy('setsockopt', 3, 17, UDP_ENCAP)).toBe(EPERM)
    const TCP_NODELAY = 1
    const SO_REUSEADDR = 2
    expect(askBy('setsockopt', 3, 6, TCP_NODELAY)).toBe(ALLOW)
    expect(askBy('setsockopt', 3, 1, SO_REUSEADDR)).toBe(ALLOW)
    expect(askBy('setsockopt', 3, 1, TCP_ULP)).toBe(ALLOW)
  })

  test('nothing can be traced', () => expect(askBy('ptrace', 0)).toBe(EPERM))
})

describe.each(['x64', 'arm64'] as const)('On %s, with debugging opened', (architecture) => {
  const table = TABLES[architecture]
  const answersOf = (flags?: SandboxFlags) => {
    const program = compileFilter(visitorPolicy(architecture, flags))
    return (name: string, ...args: (number | bigint)[]) =>
      runFilter(program, {
        architecture: ARCHITECTURES[architecture],
        number: table.get(name) ?? Number.NaN,
        args: args.map(BigInt),
      })
  }
  const askBy = answersOf({ loopback: false, debug: true })
  const PTRACE_ATTACH = 16
  const PTRACE_SEIZE = 0x4206

  test('processes can be traced and read, process 1 excepted', () => {
    for (const request of [PTRACE_ATTACH, PTRACE_SEIZE, 0]) {
      expect(askBy('ptrace', request, 2)).toBe(ALLOW)
      expect(askBy('ptrace', request, 1)).toBe(EPERM)
      expect(askBy('ptrace', request, (1n << 32n) | 1n)).toBe(EPERM)
    }
    expect(askBy('process_vm_readv', 2)).toBe(ALLOW)
    expect(askBy('process_vm_readv', 1)).toBe(EPERM)
  })

  test('every other call is answered as without', () => {
    const plain = answersOf()
    const opened = ['ptrace', 'process_vm_readv']
    const changed = [...table.keys()].filter((name) => askBy(name, 2, 2) !== plain(name, 2, 2))
    expect(changed.sort()).toEqual(opened.sort())
  })

  test('together with the loopback, both are open', () => {
    const both = answersOf({ loopback: true, debug: true })
    expect(both('ptrace', 0, 2)).toBe(ALLOW)
    expect(both('socket', 2, 1, 0)).toBe(ALLOW)
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
