// Looks at the processes of a sandbox from outside, through /proc.
import { readdirSync, readFileSync } from 'node:fs'
import type { SandboxUsage } from './types.ts'

const PAGE_BYTES = 4096

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has ended meanwhile.
    return undefined
  }
}

/** Fields of /proc/<pid>/stat behind the name, which may hold anything; the first is the state. */
const statOf = (pid: number): string[] | undefined => {
  const stat = read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

const THREADS_FIELD = 17
const RESIDENT_FIELD = 21

const tasksOf = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/** Almost every process has one thread, and then its folder of threads need not be listed. */
const childrenAmong = (pid: number, stat: readonly string[]): number[] => {
  const tasks = stat[THREADS_FIELD] === '1' ? [pid] : tasksOf(pid)
  return tasks.flatMap((task) => {
    const text = read(`/proc/${pid}/task/${task}/children`)
    return text ? text.trim().split(' ').filter(Boolean).map(Number) : []
  })
}

/** Direct children, whichever of its threads made them; none when it has ended. */
export const childrenOf = (pid: number): number[] => {
  const stat = statOf(pid)
  return stat ? childrenAmong(pid, stat) : []
}

/** `residentBytes` counts shared pages for each process. */
export type Descendant = { pid: number; residentBytes: number }

/** `pid`, every process below it, and their memory. Inside a sandbox orphans go to its init, so none gets away. */
export const treeFrom = (pid: number): Descendant[] => {
  const stat = statOf(pid)
  if (!stat) return []
  const residentBytes = Number(stat[RESIDENT_FIELD] ?? 0) * PAGE_BYTES
  return [{ pid, residentBytes }, ...childrenAmong(pid, stat).flatMap(treeFrom)]
}

export const descendantsOf = (pid: number): number[] =>
  treeFrom(pid)
    .slice(1)
    .map((descendant) => descendant.pid)

/** The one of `pids` that is number 1 inside a sandbox: the one whose end takes all others. */
export const initAmong = (pids: readonly number[]): number | undefined =>
  pids.find((candidate) => {
    const ids = /^NSpid:\s+(.+)$/m.exec(read(`/proc/${candidate}/status`) ?? '')?.[1]?.split(/\s+/)
    return ids !== undefined && ids.length > 1 && ids.at(-1) === '1'
  })

/** Host id of the first process inside the sandbox launched as `pid`. */
export const initOf = (pid: number): number | undefined => initAmong(descendantsOf(pid))

/** Resident memory with shared pages divided by their users, in bytes. Exact and ten times dearer. */
export const proportionalBytes = (pid: number): number => {
  const kib = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1]
  return Number(kib ?? 0) * 1024
}

/** The unit of CPU time in /proc: `USER_HZ` is 100 on both processors. In milliseconds. */
const TICK_MS = 10

/** CPU time of a process and of those of its children that have ended, in milliseconds. */
const cpuMsOf = (pid: number): number => {
  const times = statOf(pid)?.slice(11, 15) ?? []
  return times.reduce((sum, ticks) => sum + Number(ticks) * TICK_MS, 0)
}

/** What the sandbox launched as `pid` uses; `undefined` before it has its first process and after its end. */
export const usageOf = (pid: number): SandboxUsage | undefined => {
  const init = initOf(pid)
  if (init === undefined) return undefined
  const inside = descendantsOf(init)
  const sum = (measure: (each: number) => number) =>
    [init, ...inside].reduce((total, each) => total + measure(each), 0)
  return {
    memoryBytes: sum(proportionalBytes),
    cpuMs: sum(cpuMsOf),
    processes: inside.length,
  }
}

/** Not one that has ended and waits for its parent: it holds nothing any more, and a slow parent is not our matter. */
export const isRunning = (pid: number): boolean => {
  const state = statOf(pid)?.[0]
  return state !== undefined && state !== 'Z' && state !== 'X'
}

/** Sends SIGKILL; a process that has ended is as good. */
export const killHard = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
