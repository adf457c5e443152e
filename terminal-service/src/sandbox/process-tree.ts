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

const threadsOf = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/** Direct children, whichever of its threads made them; none when it has ended. */
export const childrenOf = (pid: number): number[] =>
  threadsOf(pid).flatMap((thread) => {
    const text = read(`/proc/${pid}/task/${thread}/children`)
    return text ? text.trim().split(' ').filter(Boolean).map(Number) : []
  })

/** Every process below `pid`. Inside a sandbox orphans go to its init, so none gets away. */
export const descendantsOf = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)])

/** Host id of the process that is number 1 inside the sandbox launched as `pid`: the one whose end takes all others. */
export const initOf = (pid: number): number | undefined =>
  descendantsOf(pid).find((candidate) => {
    const ids = /^NSpid:\s+(.+)$/m.exec(read(`/proc/${candidate}/status`) ?? '')?.[1]?.split(/\s+/)
    return ids !== undefined && ids.length > 1 && ids.at(-1) === '1'
  })

/** Resident memory, shared pages counted for each process, in bytes. Cheap. */
export const residentBytes = (pid: number): number => {
  const pages = Number(read(`/proc/${pid}/statm`)?.split(' ')[1] ?? 0)
  return pages * PAGE_BYTES
}

/** Resident memory with shared pages divided by their users, in bytes. Exact and ten times dearer. */
export const proportionalBytes = (pid: number): number => {
  const kib = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1]
  return Number(kib ?? 0) * 1024
}

/** The unit of CPU time in /proc: `USER_HZ` is 100 on both processors. In milliseconds. */
const TICK_MS = 10

/** CPU time of a process and of those of its children that have ended, in milliseconds. */
const cpuMsOf = (pid: number): number => {
  const stat = read(`/proc/${pid}/stat`) ?? ''
  // The name, in parentheses, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * TICK_MS, 0)
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
  const stat = read(`/proc/${pid}/stat`)
  return stat !== undefined && !/^ [ZX]/.test(stat.slice(stat.lastIndexOf(')') + 1))
}

/** Sends SIGKILL; a process that has ended is as good. */
export const killHard = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
