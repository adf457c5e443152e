// Ends everything in one sandbox and waits until the kernel has let go of it.
import { setTimeout as delay } from 'node:timers/promises'
import { descendantsOf, initOf, isRunning, killHard } from './process-tree.ts'

const POLL_MS = 5
/** The kernel ends a pid namespace within milliseconds; this is for a host under heavy load. */
const TIMEOUT_MS = 10_000

/**
 * Kills the sandbox launched as `pid`: its init first, because the kernel then ends all the others, also under a fork
 * bomb. The launcher goes last. Resolves when none of them is left. @throws {Error} when some would not end
 */
export const endSandbox = async (pid: number): Promise<void> => {
  const deadline = performance.now() + TIMEOUT_MS
  const seen = new Set(descendantsOf(pid))
  const init = initOf(pid)
  if (init !== undefined) killHard(init)
  else for (const each of seen) killHard(each)
  for (;;) {
    for (const each of descendantsOf(pid)) seen.add(each)
    const left = [...seen].filter(isRunning)
    if (left.length === 0) break
    if (performance.now() > deadline) {
      throw new Error(`Processes of a sandbox did not end: ${left.join(', ')}`)
    }
    // The monitor ends by itself after the init; what is still starting has no init yet.
    if (initOf(pid) === undefined) for (const each of left) killHard(each)
    await delay(POLL_MS)
  }
  killHard(pid)
}
