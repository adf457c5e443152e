// What the security tests share: a real sandbox host, a project with hostile programs, and a look at what is left.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SandboxFlags } from '@shellfolio/protocol'
import { openSandboxHost } from '../../../terminal-service/src/sandbox/host.ts'
import type {
  SandboxHost,
  SandboxLimits,
  SandboxRun,
  SandboxSpec,
} from '../../../terminal-service/src/sandbox/types.ts'

const MIB = 1024 * 1024
const PROGRAMS = join(import.meta.dirname, '../programs')

export const LIMITS: SandboxLimits = {
  memoryBytes: 256 * MIB,
  diskBytes: 20 * MIB,
  inodes: 2048,
  processes: 48,
  cpuSeconds: 20,
}
export const BOUNDS = { timeoutMs: 20_000, maxStdoutBytes: MIB, maxLogBytes: 64 * 1024 }

const compile = (source: string, target: string, ...flags: string[]) =>
  execFileSync('gcc', ['-O1', '-w', ...flags, '-o', target, join(PROGRAMS, source)])

/** A project whose home folder holds the programs of tests/security/programs, compiled. */
export const makeTemplate = (folder: string): string => {
  const template = join(folder, 'template')
  for (const name of ['home', 'tmp', 'shm']) mkdirSync(join(template, name), { recursive: true })
  const home = join(template, 'home')
  compile('sc.c', join(home, 'sc'))
  compile('bomb.c', join(home, 'bomb'), '-pthread')
  compile('trace.c', join(home, 'trace'))
  compile('net.c', join(home, 'net'))
  if (process.arch === 'x64') compile('i386.S', join(home, 'i386'), '-nostdlib', '-static')
  return template
}

export type Playground = {
  folder: string
  template: string
  host: SandboxHost
  spec: (script: string, limits?: Partial<SandboxLimits>, flags?: SandboxFlags) => SandboxSpec
  run: (
    script: string,
    limits?: Partial<SandboxLimits>,
    flags?: SandboxFlags,
  ) => Promise<SandboxRun>
  close: () => Promise<void>
}

export const specFor = (
  template: string,
  script: string,
  limits: Partial<SandboxLimits> = {},
  flags?: SandboxFlags,
): SandboxSpec => ({
  template,
  workdir: '.',
  command: ['/bin/bash', '--norc', '--noprofile', '-c', script],
  env: {},
  toolchain: 'c',
  limits: { ...LIMITS, ...limits },
  ...(flags ? { flags } : {}),
})

/** In the paths and the environment of all that this process starts, and of nothing that another run starts. */
const MARK = `shellfolio-security-${process.pid}-`

/** `makeRoot` puts a system tree into the folder it is given; without it sandboxes show the host's /usr. */
export const openPlayground = async (makeRoot?: (root: string) => void): Promise<Playground> => {
  const folder = mkdtempSync(join(tmpdir(), MARK))
  const template = makeTemplate(folder)
  const root = makeRoot && join(folder, 'root')
  if (root) {
    // Sandboxes' users have to get to it.
    chmodSync(folder, 0o755)
    makeRoot(root)
  }
  const host = await openSandboxHost({ stateDir: join(folder, 'state'), root })
  const spec: Playground['spec'] = (...asked) => ({
    ...specFor(template, ...asked),
    env: { RUN: MARK },
  })
  return {
    folder,
    template,
    host,
    spec,
    run: (...asked) => host.run(spec(...asked), BOUNDS),
    close: async () => {
      await host.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a script wrote, both streams in the order of writing when it joined them. */
export const textOf = (run: SandboxRun): string => run.stdout.toString('utf8').trim()

/** Runs a row's script with both outputs joined. */
export const joined = (script: string): string => `exec 2>&1\n${script}`

export const copyTemplate = (template: string, target: string): string => {
  cpSync(template, target, { recursive: true })
  return target
}

const readProc = (pid: string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

const processes = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name))

/** How many processes of this host carry `text` in their arguments; visitors' and what launched them. */
export const commandsWith = (text: string): number =>
  processes().filter((pid) => readProc(pid, 'cmdline').includes(text)).length

const isBelowThis = (pid: string): boolean => {
  const parent = /^PPid:\s+(\d+)$/m.exec(readProc(pid, 'status'))?.[1]
  if (parent === undefined || parent === '0') return false
  return parent === String(process.pid) || isBelowThis(parent)
}

/** Also of one whose parent has ended. Mounts tell of those that have neither arguments nor an environment of their own. */
const isOurs = (pid: string): boolean =>
  isBelowThis(pid) ||
  ['cmdline', 'environ', 'mountinfo'].some((file) => readProc(pid, file).includes(MARK))

/** Everything that sandboxes of this process could leave on the host and that can be counted; of none that others run. */
export const leftovers = () => ({
  processes: processes().filter((pid) => pid !== String(process.pid) && isOurs(pid)).length,
  mounts: readFileSync('/proc/self/mountinfo', 'utf8').trim().split('\n').length,
  descriptors: readdirSync('/proc/self/fd').length,
  temporary: readdirSync(tmpdir()).filter(
    (name) => name.startsWith(MARK) || name.startsWith(`shellfolio-sandbox-${process.pid}-`),
  ).length,
})
