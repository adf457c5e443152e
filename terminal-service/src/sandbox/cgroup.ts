// Control groups v2 for sandboxes, where this service's own group has been delegated to it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from './process-tree.ts'
import type { SandboxLimits } from './types.ts'

const CONTROLLERS = ['memory', 'pids', 'cpu']
/** Half a processor in each tenth of a second, in microseconds. */
const CPU_MAX = '50000 100000'
/** The launcher's own processes beside the visitor's. */
const SPARE_PROCESSES = 8

export type Cgroup = {
  folder: string
  /** Whether the kernel ended a process here because the memory was used up. */
  hasRunOutOfMemory: () => boolean
  /** Ends what is left in it and removes it. */
  remove: () => void
}
export type CgroupTree = {
  create: (id: string, limits: SandboxLimits) => Cgroup
  dispose: () => void
}

const hasCountedOom = (folder: string): boolean => {
  try {
    const events = readFileSync(join(folder, 'memory.events'), 'utf8')
    return Number(/^oom_kill (\d+)$/m.exec(events)?.[1] ?? 0) > 0
  } catch {
    return false
  }
}

/** Whether it is gone; a group cannot be removed while its last process is still being buried. */
const removeQuietly = (folder: string): boolean => {
  try {
    // Kernels before 5.14 have no such file; there the end of the namespace's first process has done it.
    if (existsSync(join(folder, 'cgroup.kill'))) writeFileSync(join(folder, 'cgroup.kill'), '1')
    rmdirSync(folder)
    return true
  } catch {
    return !existsSync(folder)
  }
}

/** Ends and removes what a service left that was ended without a chance to do it itself. */
const removeStale = (own: string): void => {
  for (const name of readdirSync(own)) {
    const pid = Number(/^sandbox-(\d+)-/.exec(name)?.[1])
    // With this process's own number it is of an earlier life: none has been made yet.
    if (pid && (pid === process.pid || !isRunning(pid))) removeQuietly(join(own, name))
  }
}

const ownGroup = (mount: string, membership: string): string | undefined => {
  const path = /^0::(\/.*)$/m.exec(readFileSync(membership, 'utf8'))?.[1]
  return path === undefined ? undefined : join(mount, path)
}

/**
 * The tree below this process's own group, or `undefined` where that is not delegated (cgroup v1, a read-only mount, a
 * missing controller). The service moves itself into a leaf, because a group with processes cannot share its controllers.
 */
export const openCgroupTree = (
  mount = '/sys/fs/cgroup',
  membership = '/proc/self/cgroup',
): CgroupTree | undefined => {
  if (!existsSync(join(mount, 'cgroup.controllers'))) return undefined
  try {
    const own = ownGroup(mount, membership)
    if (own === undefined) return undefined
    const available = readFileSync(join(own, 'cgroup.controllers'), 'utf8').trim().split(' ')
    if (!CONTROLLERS.every((name) => available.includes(name))) return undefined
    const leaf = join(own, 'service')
    mkdirSync(leaf, { recursive: true })
    writeFileSync(join(leaf, 'cgroup.procs'), String(process.pid))
    writeFileSync(
      join(own, 'cgroup.subtree_control'),
      CONTROLLERS.map((name) => `+${name}`).join(' '),
    )
    removeStale(own)
    return treeAt(own)
  } catch {
    // Not writable: not ours.
    return undefined
  }
}

const treeAt = (own: string): CgroupTree => {
  const groups = new Set<string>()
  return {
    create: (id, limits) => {
      const folder = join(own, `sandbox-${process.pid}-${id}`)
      mkdirSync(folder)
      groups.add(folder)
      const set = (name: string, value: string) => writeFileSync(join(folder, name), value)
      set('memory.max', String(limits.memoryBytes))
      // Kernels without swap have no such file.
      if (existsSync(join(folder, 'memory.swap.max'))) set('memory.swap.max', '0')
      // A project that takes too much is killed; the shell from which it was started tells its visitor and goes on.
      if (existsSync(join(folder, 'memory.oom.group'))) set('memory.oom.group', '0')
      set('pids.max', String(limits.processes + SPARE_PROCESSES))
      set('cpu.max', CPU_MAX)
      return {
        folder,
        hasRunOutOfMemory: () => hasCountedOom(folder),
        remove: () => {
          if (removeQuietly(folder)) groups.delete(folder)
        },
      }
    },
    dispose: () => {
      for (const folder of groups) removeQuietly(folder)
    },
  }
}
