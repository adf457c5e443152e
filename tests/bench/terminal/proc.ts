// What one process uses, from /proc.
import { readdirSync, readFileSync } from 'node:fs'

/** A tick of /proc's CPU times, in milliseconds: 100 a second on every Linux. */
const TICK_MS = 10

/** Resident memory in KiB. */
export const residentKib = (pid: number): number => {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  return Number(/^Rss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? Number.NaN)
}

/** CPU time so far in a line of /proc/PID/stat; the name in brackets may hold spaces and brackets. */
export const cpuMsOf = (stat: string): number => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

export const cpuMs = (pid: number): number => cpuMsOf(readFileSync(`/proc/${pid}/stat`, 'utf8'))

export const threadsOf = (pid: number): number => readdirSync(`/proc/${pid}/task`).length

export const descriptorsOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length
