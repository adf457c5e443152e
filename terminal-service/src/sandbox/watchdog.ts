// Where no control group bounds a session's memory: sums it and ends the session that takes too much.
import { descendantsOf, proportionalBytes, residentBytes } from './process-tree.ts'

/** A memory bomb fills about 100 MB in this time. In milliseconds. */
const EVERY_MS = 100

type Watched = { pid: number; memoryBytes: number; onExceeded: () => void }

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const isOver = ({ pid, memoryBytes }: Watched): boolean => {
  const pids = descendantsOf(pid)
  // Counts shared pages for each process, so it is never too small: the exact look is needed above the bound only.
  if (sum(pids.map(residentBytes)) <= memoryBytes) return false
  return sum(pids.map(proportionalBytes)) > memoryBytes
}

export type Watchdog = {
  /** Watches the processes below `pid` until the answer is called. */
  watch: (watched: Watched) => () => void
  dispose: () => void
}

/** One timer for all sandboxes of this host; it runs only while there is one. */
export const createWatchdog = (everyMs = EVERY_MS): Watchdog => {
  const all = new Set<Watched>()
  let timer: NodeJS.Timeout | undefined

  const stop = () => {
    clearInterval(timer)
    timer = undefined
  }
  const look = () => {
    for (const watched of all) {
      if (!isOver(watched)) continue
      all.delete(watched)
      watched.onExceeded()
    }
    if (all.size === 0) stop()
  }
  return {
    watch: (watched) => {
      all.add(watched)
      timer ??= setInterval(look, everyMs)
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
