// Where no control group bounds a session's memory: sums it and ends the session that takes too much.
import { initOf, proportionalBytes, treeFrom } from './process-tree.ts'
import { socketBytes } from './socket-memory.ts'

/** How fast programs fill memory here at the most. Bytes per millisecond, about 1 GB/s. */
const FILL_BYTES_PER_MS = 1024 * 1024
/** A sandbox near its bound is looked at this often, one far from it before it could get there. In milliseconds. */
const EVERY_MS = { least: 100, most: 1000 }
/** How exactly a look is on time: looks of many sandboxes spread over many ticks. In milliseconds. */
const TICK_MS = 25

type Sandbox = { pid: number; memoryBytes: number; onExceeded: () => void }

/** `init`: the first process inside, once there is one; with its end all is over. */
type Watched = Sandbox & { init?: number | undefined }

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * Never too small: shared pages are counted for each process, unless that alone would make it too much. The launcher
 * outside is trusted and counts only as long as there is nothing inside.
 */
const usedBytes = (watched: Watched): number => {
  watched.init ??= initOf(watched.pid)
  const tree = treeFrom(watched.init ?? watched.pid)
  const resident = sum(tree.map(({ residentBytes }) => residentBytes))
  const inKernel = watched.init === undefined ? 0 : socketBytes(watched.init)
  if (resident + inKernel <= watched.memoryBytes) return resident + inKernel
  return sum(tree.map(({ pid }) => proportionalBytes(pid))) + inKernel
}

/** When a sandbox has to be looked at again, from what it may still take. In milliseconds. */
export const nextLookMs = (headroomBytes: number): number =>
  Math.min(EVERY_MS.most, Math.max(EVERY_MS.least, headroomBytes / FILL_BYTES_PER_MS))

export type Watchdog = {
  /** Watches the processes below `pid` until the answer is called. */
  watch: (sandbox: Sandbox) => () => void
  dispose: () => void
}

/** One timer for all sandboxes of this host; it runs only while there is one. */
export const createWatchdog = (tickMs = TICK_MS): Watchdog => {
  /** Each with the time of its next look. */
  const all = new Map<Watched, number>()
  let timer: NodeJS.Timeout | undefined
  let next: NodeJS.Immediate | undefined

  const stop = () => {
    clearInterval(timer)
    clearImmediate(next)
    timer = undefined
    next = undefined
  }
  const lookAt = (watched: Watched) => {
    const headroom = watched.memoryBytes - usedBytes(watched)
    if (headroom >= 0) all.set(watched, performance.now() + nextLookMs(headroom))
    else {
      all.delete(watched)
      watched.onExceeded()
    }
  }
  /** One sandbox in each turn of the event loop: a typist's key does not wait for all of them. */
  const look = () => {
    next = undefined
    const nowMs = performance.now()
    const due = [...all].filter(([, dueMs]) => dueMs <= nowMs).map(([watched]) => watched)
    if (due[0]) lookAt(due[0])
    if (all.size === 0) stop()
    else if (due.length > 1) next = setImmediate(look)
  }
  return {
    watch: (sandbox) => {
      const watched = { ...sandbox }
      all.set(watched, performance.now() + EVERY_MS.least)
      timer ??= setInterval(() => next === undefined && look(), tickMs)
      return () => {
        all.delete(watched)
        if (all.size === 0) stop()
      }
    },
    dispose: () => {
      all.clear()
      stop()
    },
  }
}
