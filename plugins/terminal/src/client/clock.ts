// Time as a dependency, so that tests need none.

export type Clock = {
  /** Milliseconds that never go backwards. */
  now: () => number
  /** Runs `work` once after `ms`; the function returned cancels it. */
  after: (ms: number, work: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}
