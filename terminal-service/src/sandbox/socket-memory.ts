// Memory that the sockets of a sandbox hold in the kernel: no process's resident memory counts it.
import { readFileSync } from 'node:fs'

/** What a socket may queue each way at most: the kernel's default bound, which it doubles for its own bookkeeping. Bytes. */
const MOST_QUEUED_BYTES = 2 * 212_992
/** TCP tunes its queues up to megabytes, so they are read. A queued byte holds up to as much again. */
const TCP_OVERHEAD = 2
const table = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/net/${name}`, 'utf8')
  } catch {
    // The process has ended, or this kernel has no such protocol.
    return ''
  }
}

/** Bytes in the queues of one of the kernel's tables of TCP sockets. Source: proc_net_tcp in the kernel's documentation. */
export const queuedBytes = (rows: string): number =>
  [...rows.matchAll(/ ([\dA-F]{8}):([\dA-F]{8}) /g)].reduce(
    (sum, [, sent = '0', received = '0']) =>
      sum + Number.parseInt(sent, 16) + Number.parseInt(received, 16),
    0,
  )

/** Reading the table of one of the kernel's two kinds of TCP sockets takes a millisecond, so only where there are some. */
const tcpBytes = (pid: number, counts: string, kind: 'TCP' | 'TCP6'): number =>
  new RegExp(`^${kind}: inuse [1-9]`, 'm').test(counts)
    ? queuedBytes(table(pid, kind.toLowerCase())) * TCP_OVERHEAD
    : 0

/**
 * An upper bound for the sockets of the network namespace of `pid`, its sandbox's first process; 0 once it has ended. In
 * bytes.
 */
export const socketBytes = (pid: number): number => {
  const counts = table(pid, 'sockstat')
  const used = Number(/^sockets: used (\d+)$/m.exec(counts)?.[1] ?? 0)
  if (used === 0) return 0
  const tcp = tcpBytes(pid, counts, 'TCP') + tcpBytes(pid, table(pid, 'sockstat6'), 'TCP6')
  return used * MOST_QUEUED_BYTES + tcp
}
