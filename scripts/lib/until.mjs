// Waits for a condition by asking again and again, up to a deadline.

const EVERY_MS = 50

/** Whether `isTrue` (sync or async) became true within `timeoutMs`. */
export const until = async (isTrue, timeoutMs, everyMs = EVERY_MS) => {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    if (await isTrue()) return true
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
