// Owner of everything that sandboxes need on this host; the only way to run a program of a visitor.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ServiceError } from '../errors.ts'
import type { FilterRules } from './bpf.ts'
import { bwrapArguments, encodeArguments, type Mounts } from './bwrap-args.ts'
import { type CgroupTree, openCgroupTree } from './cgroup.ts'
import { newMark } from './end-mark.ts'
import { withMemory } from './exit.ts'
import { filterFile, writeFilters } from './filters.ts'
import { makeSandboxFolder } from './folder.ts'
import { type LaunchPlan, launchOf } from './launch.ts'
import { isSupportedArchitecture } from './policy.ts'
import { writeRootFiles } from './root-files.ts'
import { runToEnd } from './run.ts'
import { createRunner, type Fifo, openFifo } from './runner.ts'
import { SELF_TEST_LIMITS, SELF_TEST_SCRIPT, verdictOf } from './self-test.ts'
import { openPty } from './terminal.ts'
import type {
  SandboxExit,
  SandboxHost,
  SandboxSpec,
  SandboxStatus,
  SandboxTerminal,
} from './types.ts'
import { createUserIds } from './user-ids.ts'
import { createWatchdog } from './watchdog.ts'

const BWRAP = '/usr/bin/bwrap'
const NEEDED = [BWRAP, '/usr/bin/setpriv', '/usr/bin/unshare', '/usr/bin/perl', '/bin/bash']
const SELF_TEST_TIMEOUT_MS = 20_000
const SET_USER_ID = 0o4000

export type SandboxHostOptions = {
  /** Folder of this service alone. */
  stateDir: string
  /** `cgroup`: without control groups there is no sandbox. */
  require?: 'cgroup' | undefined
  /** System tree to use instead of the host's /usr. */
  root?: string | undefined
  /** Rules of the system call filter; the visitors' unless a test says otherwise. */
  filter?: FilterRules | undefined
}

type Unavailable = Extract<SandboxStatus, { available: false }>

const unavailable = (reason: string, remedy: string): Unavailable => ({
  available: false,
  reason,
  remedy,
})

/** What can be said without building a sandbox. */
const missing = (root?: string): Unavailable | undefined => {
  if (process.platform !== 'linux' || !isSupportedArchitecture(process.arch)) {
    return unavailable(
      `There is no sandbox for ${process.platform} on ${process.arch}.`,
      'Run the terminal service on Linux, x64 or arm64, for example with docker compose.',
    )
  }
  const absent = NEEDED.filter((path) => !existsSync(path))
  if (absent.length > 0) {
    return unavailable(
      `${absent.join(', ')} is missing.`,
      'Install it: apt-get install bubblewrap util-linux perl-base.',
    )
  }
  if (statSync(BWRAP).mode & SET_USER_ID) {
    return unavailable(`${BWRAP} is set-user-id.`, `Take that from it: chmod u-s ${BWRAP}`)
  }
  if (root !== undefined && !existsSync(join(root, 'usr/bin/bash'))) {
    return unavailable(`${root} holds no system tree.`, 'Point to a Debian tree with bash.')
  }
  return undefined
}

/** Prepares the host and tests it. Never throws for a host that cannot: `status` says so and every use is refused. */
export const openSandboxHost = async (options: SandboxHostOptions): Promise<SandboxHost> => {
  let folder = ''
  const path = (name: string) => join(folder, name)
  const mounts = (): Mounts => ({
    root: options.root,
    etc: path('etc'),
    empty: path('empty'),
    mountPoint: path('mount'),
  })
  const userIds = createUserIds()
  const watchdog = createWatchdog()
  const terminals = new Set<SandboxTerminal>()
  const stops = new Set<() => Promise<void>>()
  let cgroups: CgroupTree | undefined
  let status: SandboxStatus = unavailable('The sandbox is being prepared.', 'Wait a moment.')

  const prepare = () => {
    folder = makeSandboxFolder(options.stateDir)
    for (const name of ['empty', 'mount', 'args', 'fifos']) mkdirSync(path(name), { mode: 0o755 })
    writeRootFiles(path('etc'), options.root)
    writeFilters(folder, options.filter)
    cgroups = openCgroupTree()
  }

  /** Everything one sandbox holds on the host, and how to give it back. */
  const reserve = (spec: SandboxSpec, mark?: string, fifo?: string) => {
    const id = randomBytes(12).toString('hex')
    const argsFile = path(`args/${id}`)
    const uid = userIds.take()
    const group = cgroups?.create(id, spec.limits)
    writeFileSync(argsFile, encodeArguments(bwrapArguments(mounts(), spec)), { mode: 0o444 })
    const plan: LaunchPlan = {
      limits: spec.limits,
      filterFile: filterFile(folder, spec.flags),
      argsFile,
      mountPoint: path('mount'),
      template: spec.template,
      command: spec.command,
      uid,
      cgroup: group?.folder,
      mark,
      fifo,
    }
    const release = () => {
      userIds.give(uid)
      group?.remove()
      rmSync(argsFile, { force: true })
    }
    const explain = (exit: SandboxExit) =>
      group ? withMemory(exit, group.hasRunOutOfMemory) : exit
    return { launch: launchOf(plan), uid, explain, release }
  }

  const watch = (pid: number, spec: SandboxSpec, onExceeded: () => void) =>
    cgroups
      ? () => undefined
      : watchdog.watch({ pid, memoryBytes: spec.limits.memoryBytes, onExceeded })

  const runUnchecked: SandboxHost['run'] = async (spec, bounds) => {
    const { launch, explain, release } = reserve(spec)
    let unwatch: (() => void) | undefined
    let stop: (() => Promise<void>) | undefined
    try {
      const run = await runToEnd(launch, bounds, (pid, stopRun) => {
        stop = () => stopRun('time')
        stops.add(stop)
        unwatch = watch(pid, spec, () => void stopRun('memory'))
      })
      return { ...run, exit: explain(run.exit) }
    } finally {
      if (stop) stops.delete(stop)
      unwatch?.()
      release()
    }
  }

  const selfTest = async (): Promise<SandboxStatus> => {
    const marker = randomBytes(8).toString('hex')
    const template = path('self-test')
    for (const name of ['home', 'tmp', 'shm']) {
      mkdirSync(join(template, name), { recursive: true, mode: 0o755 })
      chmodSync(join(template, name), name === 'home' ? 0o755 : 0o1777)
    }
    writeFileSync(join(template, 'home/marker'), marker)
    const run = await runUnchecked(
      {
        template,
        workdir: '.',
        command: ['/bin/bash', '--norc', '--noprofile', '-c', SELF_TEST_SCRIPT],
        env: {},
        toolchain: 'c',
        limits: SELF_TEST_LIMITS,
      },
      { timeoutMs: SELF_TEST_TIMEOUT_MS, maxStdoutBytes: 16_384, maxLogBytes: 16_384 },
    )
    const verdict = verdictOf(run, marker)
    if (verdict) return unavailable(verdict.reason, verdict.remedy)
    return { available: true, mode: cgroups ? 'cgroup-v2' : 'rlimit+watchdog' }
  }

  const check = async (): Promise<SandboxStatus> => {
    const absent = missing(options.root)
    if (absent) return absent
    prepare()
    if (options.require === 'cgroup' && !cgroups) {
      return unavailable(
        'SANDBOX_REQUIRE=cgroup, and no control groups are delegated to this service.',
        'Delegate a cgroup v2 subtree with memory and pids, or unset SANDBOX_REQUIRE.',
      )
    }
    return selfTest()
  }

  try {
    status = await check()
  } catch (error) {
    status = unavailable(
      `The sandbox could not be prepared: ${error instanceof Error ? error.message : error}`,
      'See SECURITY.md.',
    )
  }

  const demand = () => {
    if (status.available) return
    throw new ServiceError('sandbox-unavailable', `${status.reason} ${status.remedy}`)
  }

  const open = (spec: SandboxSpec, size: { cols: number; rows: number }, fifo?: Fifo) => {
    const mark = newMark()
    const { launch, uid, explain, release } = reserve(spec, mark, fifo?.path)
    let unwatch = (): void => undefined
    try {
      const opened = openPty(launch, {
        mark,
        size,
        owner: uid,
        explain,
        onGone: () => {
          terminals.delete(opened.terminal)
          unwatch()
          fifo?.close()
          release()
        },
      })
      terminals.add(opened.terminal)
      unwatch = watch(opened.pid, spec, () => {
        opened.setExceeded('memory')
        // Whoever ends the session hears of what cannot be ended.
        opened.terminal.kill().catch(() => undefined)
      })
      return { ...opened, explain }
    } catch (error) {
      release()
      throw error
    }
  }

  return {
    get status() {
      return status
    },
    openTerminal: async (spec, size) => {
      demand()
      return open(spec, size).terminal
    },
    openRunner: async (spec, size) => {
      demand()
      const fifo = await openFifo(path(`fifos/${randomBytes(12).toString('hex')}`))
      try {
        demand()
        const opened = open(spec, size, fifo)
        return createRunner(opened, fifo, newMark(), (exit) =>
          Boolean(opened.explain(exit).exceeded),
        )
      } catch (error) {
        fifo.close()
        throw error
      }
    },
    run: async (spec, bounds) => {
      demand()
      return runUnchecked(spec, bounds)
    },
    dispose: async () => {
      status = unavailable('The service is stopping.', 'Start it again.')
      await Promise.all([...stops].map((stop) => stop()))
      await Promise.all([...terminals].map((terminal) => terminal.kill()))
      watchdog.dispose()
      cgroups?.dispose()
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}
