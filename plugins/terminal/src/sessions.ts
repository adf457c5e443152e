// How many sessions run from this process, in all, per address and per demo. Pure bookkeeping.

export type SessionLimits = {
  /** Sessions in all. */
  capacity: number
  perAddress: number
  perDemo: number
}

export type SessionKey = { addressHash: string; demo: string }

export type Occupancy = 'free' | 'full' | 'address-full'

export type Sessions = {
  /** Number of sessions that run. */
  count: () => number
  /** Whether one more would be allowed. */
  check: (key: SessionKey, limits: SessionLimits) => Occupancy
  /** Counts one more; the function ends it, and does nothing when called again. */
  begin: (key: SessionKey) => () => void
}

export const createSessions = (): Sessions => {
  const running = new Set<SessionKey>()
  const countOf = (is: (key: SessionKey) => boolean) => [...running].filter(is).length
  return {
    count: () => running.size,
    check: ({ addressHash, demo }, { capacity, perAddress, perDemo }) => {
      if (running.size >= capacity) return 'full'
      if (countOf((key) => key.demo === demo) >= perDemo) return 'full'
      if (countOf((key) => key.addressHash === addressHash) >= perAddress) return 'address-full'
      return 'free'
    },
    begin: (key) => {
      const session = { ...key }
      running.add(session)
      return () => {
        running.delete(session)
      }
    },
  }
}
