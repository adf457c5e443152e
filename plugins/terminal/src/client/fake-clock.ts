// A clock for tests: time passes when told to.
import type { Clock } from './clock.ts'

export type FakeClock = Clock & {
  /** Lets `ms` pass and runs what falls due, in order. */
  pass: (ms: number) => void
  /** Timers that wait. */
  pending: () => number
}

export const createFakeClock = (): FakeClock => {
  let time = 0
  let timers: { at: number; work: () => void }[] = []
  return {
    now: () => time,
    after: (ms, work) => {
      const timer = { at: time + ms, work }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass: (ms) => {
      const end = time + ms
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        timers = timers.filter((other) => other !== next)
        time = next.at
        next.work()
      }
      time = end
    },
    pending: () => timers.length,
  }
}
