// Tells changes of the place in the queue politely: each matters little, and a screen reader reads every one of them out.
import type { Clock } from './clock.ts'
import type { Phase } from './terminal-state.ts'

export type Announcer = { show: (phase: Phase) => void; dispose: () => void }

/** Passes every phase on at once, but one `queued` after another at most every `everyMs`; the latest is never lost. */
export const createAnnouncer = (
  show: (phase: Phase) => void,
  everyMs: number,
  clock: Clock,
): Announcer => {
  let toldMs = Number.NEGATIVE_INFINITY
  let isQueued = false
  let cancel: (() => void) | undefined

  const tell = (phase: Phase) => {
    cancel?.()
    cancel = undefined
    isQueued = phase.state === 'queued'
    toldMs = clock.now()
    show(phase)
  }
  return {
    show: (phase) => {
      const leftMs = toldMs + everyMs - clock.now()
      if (phase.state !== 'queued' || !isQueued || leftMs <= 0) return tell(phase)
      cancel?.()
      cancel = clock.after(leftMs, () => tell(phase))
    },
    dispose: () => cancel?.(),
  }
}
