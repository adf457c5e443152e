// Stops a process for a moment again and again, as a long render or a garbage collection would.
import { setTimeout as delay } from 'node:timers/promises'

/** Longer than any task on a healthy event loop, in milliseconds. */
export const STALL_MS = 100
/** The process runs for so long in between, in milliseconds: two thirds of the time it does nothing. */
const PAUSE_MS = 50

/** Begins at once. The function returned ends it and leaves the process running. */
export const startStalling = (pid: number): (() => Promise<void>) => {
  let isOver = false
  const run = async () => {
    while (!isOver) {
      process.kill(pid, 'SIGSTOP')
      try {
        await delay(STALL_MS)
      } finally {
        process.kill(pid, 'SIGCONT')
      }
      await delay(PAUSE_MS)
    }
  }
  const running = run()
  return async () => {
    isOver = true
    await running
  }
}
