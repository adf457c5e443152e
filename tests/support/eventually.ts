// Waits for something to become true, with a deadline instead of a guess.
import { setTimeout as delay } from 'node:timers/promises'

const PAUSE_MS = 5

/** Asks until `ask` answers something true. @throws {Error} at the deadline, with `what` */
export const eventually = async (
  what: string,
  ask: () => Promise<boolean> | boolean,
  timeoutMs = 5000,
): Promise<void> => {
  const deadline = performance.now() + timeoutMs
  while (!(await ask())) {
    if (performance.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`)
    await delay(PAUSE_MS)
  }
}
