// Follows a message that was sent again, so that its form can show how that went.
import { OUTBOX as LIMITS } from '../limits.ts'
import type { DeliveryState } from './states.ts'

const WAITING: DeliveryState = 'waiting'

/** Shorter when `signal` ends it. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })

/**
 * Resolves when `askState` no longer answers that the message waits, when it has waited for long, or when `signal` ends it.
 * Never rejects: what is not answered is asked again.
 */
export const untilTried = async (
  askState: (signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> => {
  const until = Date.now() + LIMITS.followForMs
  while (!signal.aborted && Date.now() < until) {
    const state: unknown = await askState(signal).catch(() => WAITING)
    if (state !== WAITING) return
    await pause(LIMITS.followEveryMs, signal)
  }
}
