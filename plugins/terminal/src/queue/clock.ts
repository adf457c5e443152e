// Time as a dependency, so that tests need none.

export type QueueClock = {
  /** Wall clock in milliseconds. */
  now: () => number
  /** Runs `work` every `ms`; the function returned stops it. */
  every: (ms: number, work: () => void) => () => void
}

export const systemClock: QueueClock = {
  now: () => Date.now(),
  every: (ms, work) => {
    const timer = setInterval(work, ms)
    return () => clearInterval(timer)
  },
}
