// What bubblewrap mounts and sets: the list that goes into a sandbox's arguments file.
import { existsSync } from 'node:fs'
import type { SandboxFlags, Toolchain } from '@shellfolio/protocol'
import { PROFILES } from './profiles.ts'

const HOME = '/home/visitor'

/** Files of /proc that say more about the host than a visitor needs, or do something. */
const MASKED_PROC_FILES = [
  'keys',
  'key-users',
  'timer_list',
  'kallsyms',
  'cmdline',
  'config.gz',
  'interrupts',
  'kmsg',
  'iomem',
  'ioports',
  'kcore',
  'partitions',
  'diskstats',
  'vmallocinfo',
  'slabinfo',
  'pagetypeinfo',
  'zoneinfo',
  'kpagecount',
  'kpageflags',
  'kpagecgroup',
  'sysrq-trigger',
  'sched_debug',
  'latency_stats',
  'buddyinfo',
  'consoles',
  'crypto',
  'devices',
  'dma',
  'execdomains',
  'locks',
  'misc',
  'mdstat',
  'modules',
  'mtrr',
  'schedstat',
  'softirqs',
  'swaps',
]
const MASKED_PROC_FOLDERS = ['acpi', 'scsi', 'driver', 'irq', 'bus', 'fs', 'asound', 'pressure']

/** Folders of /usr that hold the host's own additions and not the toolchain. */
const EMPTIED = ['/usr/src', '/usr/games']
const LOCAL = '/usr/local'

export type Mounts = {
  /** Folder with a system tree, or `undefined` for the host's own /usr. */
  root?: string | undefined
  /** Our own /etc. */
  etc: string
  /** An empty folder. */
  empty: string
  mountPoint: string
}

export type Inside = {
  workdir: string
  env: Record<string, string>
  toolchain: Toolchain
  flags?: SandboxFlags
}

const PROGRAM_FOLDERS = ['bin', 'sbin', 'lib', 'lib64'] as const

const systemTree = ({ root, etc }: Mounts, toolchain: Toolchain): string[] => {
  if (root !== undefined) return ['--ro-bind', root, '/', '--ro-bind', etc, '/etc']
  return [
    ...['--ro-bind', '/usr', '/usr', '--ro-bind', etc, '/etc'],
    ...PROGRAM_FOLDERS.flatMap((name) =>
      existsSync(`/usr/${name}`) ? ['--symlink', `usr/${name}`, `/${name}`] : [],
    ),
    ...[...EMPTIED, ...(PROFILES[toolchain].showsLocal ? [] : [LOCAL])].flatMap((folder) =>
      existsSync(folder) ? ['--size', '4096', '--tmpfs', folder, '--remount-ro', folder] : [],
    ),
    ...['--dir', '/home', '--dir', '/run', '--dir', '/var', '--dir', '/srv'],
  ]
}

const processTree = ({ empty }: Mounts): string[] => [
  ...['--proc', '/proc', '--ro-bind', '/proc/sys', '/proc/sys'],
  ...MASKED_PROC_FILES.filter((name) => existsSync(`/proc/${name}`)).flatMap((name) => [
    '--ro-bind',
    '/dev/null',
    `/proc/${name}`,
  ]),
  ...MASKED_PROC_FOLDERS.filter((name) => existsSync(`/proc/${name}`)).flatMap((name) => [
    '--ro-bind',
    empty,
    `/proc/${name}`,
  ]),
  // Process 1 is bubblewrap's own: its memory and environment are not the visitor's.
  ...['--size', '4096', '--tmpfs', '/proc/1', '--remount-ro', '/proc/1'],
]

/** Terminals of their own would let a visitor exhaust the host's. */
const devices = ({ mountPoint }: Mounts): string[] => [
  ...['--dev', '/dev', '--size', '4096', '--tmpfs', '/dev/pts', '--remount-ro', '/dev/pts'],
  ...['--bind', `${mountPoint}/shm`, '/dev/shm', '--remount-ro', '/dev'],
]

const DEFAULT_ENV = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  HOME,
  USER: 'visitor',
  LOGNAME: 'visitor',
  SHELL: '/bin/bash',
  LANG: 'C.UTF-8',
  TERM: 'xterm-256color',
  COLORTERM: 'truecolor',
  HISTFILE: '/dev/null',
}

/** The leak checker works by ptrace. */
const sanitizerEnv = (flags?: SandboxFlags) => ({
  ASAN_OPTIONS: `detect_leaks=${flags?.debug ? 1 : 0}`,
})

/** Where the shell starts, as the visitor sees it. */
export const insidePath = (workdir: string): string =>
  workdir === '' || workdir === '.' ? HOME : `${HOME}/${workdir}`

export const bwrapArguments = (
  mounts: Mounts,
  { workdir, env, toolchain, flags }: Inside,
): string[] => [
  ...['--uid', '1000', '--gid', '1000', '--hostname', 'sandbox', '--cap-drop', 'ALL', '--clearenv'],
  ...systemTree(mounts, toolchain),
  ...processTree(mounts),
  ...devices(mounts),
  ...['--bind', `${mounts.mountPoint}/tmp`, '/tmp', '--bind', `${mounts.mountPoint}/home`, HOME],
  ...(mounts.root === undefined ? ['--remount-ro', '/'] : []),
  ...['--chdir', insidePath(workdir)],
  ...Object.entries({ ...env, ...DEFAULT_ENV, ...sanitizerEnv(flags) }).flatMap(([name, value]) => [
    '--setenv',
    name,
    value,
  ]),
]

/**
 * The last argument of every file, which means nothing to bubblewrap. The launcher looks for it: a file that was cut
 * would leave out the masks at its end and be valid nevertheless.
 */
export const LAST_ARGUMENT = 'SB_END'

/** The form that `--args` reads. @throws {RangeError} when an argument holds the separator */
export const encodeArguments = (args: readonly string[]): Buffer => {
  if (args.some((arg) => arg.includes('\0'))) throw new RangeError('An argument holds a NUL.')
  const whole = [...args, '--unsetenv', LAST_ARGUMENT]
  return Buffer.from(whole.map((arg) => `${arg}\0`).join(''))
}
