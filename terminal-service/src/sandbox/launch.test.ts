import { describe, expect, test } from '@jest/globals'
import { bwrapArguments, encodeArguments, insidePath } from './bwrap-args.ts'
import { type LaunchPlan, launchOf } from './launch.ts'

const PLAN: LaunchPlan = {
  limits: { memoryBytes: 1 << 28, diskBytes: 1 << 20, inodes: 99, processes: 7, cpuSeconds: 5 },
  filterFile: '/state/filter',
  argsFile: '/state/args',
  mountPoint: '/state/mount',
  template: '/state/template',
  command: ['/bin/echo', '--bind', '/', '$(id)', "'; id"],
  uid: 200_000,
}
const MOUNTS = { etc: '/state/etc', empty: '/state/empty', mountPoint: '/state/mount' }
const INSIDE = { workdir: 'project', env: {}, toolchain: 'c' as const }

/** Whether `words` stand in `args` one after the other. */
const holds = (args: string[], ...words: string[]) =>
  args.some((_, at) => words.every((word, offset) => args[at + offset] === word))

describe('The launcher', () => {
  test('asks for every namespace on the command line, before the visitor’s words', () => {
    const { args } = launchOf(PLAN)
    const end = args.indexOf('--')
    const before = args.slice(0, end)
    for (const kind of ['user', 'ipc', 'pid', 'net', 'uts']) {
      expect(before).toContain(`--unshare-${kind}`)
    }
    expect(before).toEqual(expect.arrayContaining(['--disable-userns', '--die-with-parent']))
    expect(args.slice(end + 1)).toEqual([...PLAN.command])
  })

  test('puts no word of a visitor into its script', () => {
    const { args } = launchOf(PLAN)
    const script = args[args.indexOf('-c') + 1]
    expect(launchOf({ ...PLAN, command: ['x'] }).args).toContain(script)
  })

  test('hands over its own variables and nothing of this process’s environment', () => {
    process.env.SHELLFOLIO_PROBE = 'secret'
    const { env } = launchOf(PLAN)
    delete process.env.SHELLFOLIO_PROBE
    expect(Object.keys(env).filter((name) => name !== 'TERM' && !name.startsWith('SB_'))).toEqual(
      [],
    )
    expect(Object.values(env)).not.toContain('secret')
    expect(env).toMatchObject({ SB_UID: '200000', SB_DATA: '262144', SB_PROCESSES: '7' })
  })

  test('limits each process’s memory where no control group limits the sum', () => {
    expect(launchOf({ ...PLAN, cgroup: '/sys/fs/cgroup/a' }).env).toMatchObject({
      SB_DATA: 'unlimited',
      SB_CGROUP: '/sys/fs/cgroup/a',
    })
  })
})

describe('Bubblewrap’s arguments', () => {
  const args = bwrapArguments(MOUNTS, INSIDE)

  test('mount the system read-only and the workspace alone writable', () => {
    expect(holds(args, '--ro-bind', '/usr', '/usr')).toBe(true)
    expect(holds(args, '--remount-ro', '/')).toBe(true)
    expect(holds(args, '--remount-ro', '/dev')).toBe(true)
    const writable = args.flatMap((word, at) => (word === '--bind' ? [args[at + 1]] : []))
    expect(writable.sort()).toEqual(['home', 'shm', 'tmp'].map((name) => `/state/mount/${name}`))
  })

  test('drop every capability, clear the environment and hide the first process', () => {
    expect(holds(args, '--cap-drop', 'ALL')).toBe(true)
    expect(args).toContain('--clearenv')
    expect(holds(args, '--tmpfs', '/proc/1', '--remount-ro', '/proc/1')).toBe(true)
    expect(holds(args, '--tmpfs', '/dev/pts', '--remount-ro', '/dev/pts')).toBe(true)
    expect(holds(args, '--ro-bind', '/proc/sys', '/proc/sys')).toBe(true)
  })

  test('name no folder of the host’s besides /usr', () => {
    const bound = args.flatMap((word, at) => (word === '--ro-bind' ? [args[at + 1]] : []))
    expect(bound.filter((path) => !/^(\/state\/|\/dev\/null$|\/proc\/sys$)/.test(path!))).toEqual([
      '/usr',
    ])
  })

  test('show locally installed programs to the toolchains that live there, and to no other', () => {
    const hides = (toolchain: 'c' | 'node') =>
      holds(bwrapArguments(MOUNTS, { ...INSIDE, toolchain }), '--remount-ro', '/usr/local')
    expect([hides('c'), hides('node')]).toEqual([true, false])
  })

  test('start in the project and let a demo set variables, but not the sandbox’s own', () => {
    const own = bwrapArguments(MOUNTS, { ...INSIDE, env: { GREETING: 'hi', PATH: '/tmp' } })
    expect(holds(own, '--chdir', '/home/visitor/project')).toBe(true)
    expect(holds(own, '--setenv', 'GREETING', 'hi')).toBe(true)
    expect(holds(own, '--setenv', 'PATH', '/tmp')).toBe(false)
    expect([insidePath('.'), insidePath('')]).toEqual(['/home/visitor', '/home/visitor'])
  })

  test('show a system tree instead of the host’s, below our own /etc and all that is mounted', () => {
    const own = bwrapArguments({ ...MOUNTS, root: '/srv/tree' }, INSIDE)
    const mounts = own.slice(0, own.indexOf('--chdir'))
    expect(holds(own, '--clearenv', '--ro-bind', '/srv/tree', '/', '--ro-bind', '/state/etc')).toBe(
      true,
    )
    expect(mounts.filter((word) => /^\/?(usr|bin|lib)/.test(word))).toEqual([])
    // From there on the same as on a host's own /usr, whose root is made by bubblewrap and closed at the end.
    const rest = (all: string[]) => all.slice(all.indexOf('--proc'), all.indexOf('--chdir'))
    expect([...rest(own), '--remount-ro', '/']).toEqual(rest(args))
  })

  test('cannot be multiplied by a value that holds their separator', () => {
    const evil = bwrapArguments(MOUNTS, { ...INSIDE, env: { A: 'x\0--bind\0/\0/mnt' } })
    expect(() => encodeArguments(evil)).toThrow(RangeError)
    expect(encodeArguments(['--a', 'b']).toString()).toBe('--a\0b\0--unsetenv\0SB_END\0')
  })
})
