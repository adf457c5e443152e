// Where no control group bounds a session's memory: sums it and ends the session that takes too much.
import { initAmong, proportionalBytes, treeBelow } from './process-tree.ts'
import { socketBytes } from './socket-memory.ts'

/** How fast programs fill memory here at the most. Bytes per millisecond, about 1 GB/s. */
const FILL_BYTES_PER_MS = 1024 * 1024
/** A sandbox near its bound is looked at this often, one far from it before it could get there. In milliseconds. */
const EVERY_MS = { least: 100, most: 1000 }
/** How exactly a look is on time: looks of many sandboxes spread over many ticks. In milliseconds. */
const TICK_MS = 25

type Watched = { pid: number; memoryBytes: number; onExceeded: () => void }

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Never too small: shared pages are counted for each process, unless that alone would make it too much. */
const usedBytes = ({ pid, memoryBytes }: Watched): number => {
  const tree = treeBelow(pid)
  const resident = sum(tree.map(({ residentBytes }) => residentBytes))
  const init = initAmong(tree.map((each) => each.pid))
  const inKernel = init === undefined ? 0 : socketBytes(init)
  if (resident + inKernel <= memoryBytes) return resident + inKernel
  return sum(tree.map((each) => proportionalBytes(each.pid))) + inKernel
}

/** When a sandbox has to be looked at again, from what it may still take. In milliseconds. */
export const nextLookMs = (headroomBytes: number): number =>
  Math.min(EVERY_MS.most, Math.max(EVERY_MS.least, headroomBytes / FILL_BYTES_PER_MS))

export type Watchdog = {
  /** Watches the processes below `pid` until the answer is called. */
  watch: (watched: Watched) => () => void
  dispose: () => void
}

/** One timer for all sandboxes of this host; it runs only while there is one. */
export const createWatchdog = (tickMs = TICK_MS): Watchdog => {
  /** Each with the time of its next look. */
  const all = new Map<Watched, number>()
  let timer: NodeJS.Timeout | undefined

  const stop = () => {
    clearInterval(timer)
    timer = undefined
  }
  const look = () => {
    const nowMs = performance.now()
    for (const [watched, dueMs] of all) {
      if (dueMs > nowMs) continue
      const headroom = watched.memoryBytes - usedBytes(watched)
      if (headroom >= 0) all.set(watched, nowMs + nextLookMs(headroom))
      else {
        all.delete(watched)
        watched.onExceeded()
      }
    }
    if (all.size === 0) stop()
  }
  return {
    watch: (watched) => {
      all.set(watched, performance.now() + EVERY_MS.least)
      timer ??= setInterval(look, tickMs)
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
