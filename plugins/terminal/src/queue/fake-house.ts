// A house with so many terminals, for tests: what the sessions and the launch are to the queue.
import type { LaunchTicket } from '@shellfolio/protocol'
import { Refusal } from '../errors.ts'
import type { QueueClock } from './clock.ts'
import type { Room } from './followers.ts'
import type { QueueEntry } from './queue.ts'
import type { Turn } from './turn.ts'

export type FakeHouse = {
  room: Room
  turn: Turn
  /** Addresses that got a ticket, in order. */
  served: string[]
  /** Terminals in use, and the most that ever were. */
  inUse: () => number
  most: () => number
  /** Ends so many sessions, the oldest first. */
  end: (count?: number) => void
  /** Who hears of freed terminals. */
  listeners: () => number
  released: LaunchTicket[]
  /** Replaces what happens before a ticket is minted. */
  before: (work: (entry: QueueEntry) => Promise<void> | void) => void
  endsMs: number[]
}

export const fakeTicket = (name: string): LaunchTicket => ({
  ticket: `ticket-of-${name}`
    .padEnd(43, '_')
    .slice(0, 43)
    .replace(/[^\w-]/g, '_'),
  url: 'wss://site.example/terminal/ws',
  expiresInS: 30,
  limits: { idleS: 300, maxS: 1800 },
  session: `session-of-${name}`.replace(/[^\w-]/g, '_').padEnd(16, '_'),
  key: 'k'.repeat(43),
})

/** `demoCapacity`: terminals of what is wanted as `{ demo }`. */
export const createFakeHouse = (capacity: number, demoCapacity = capacity): FakeHouse => {
  const sessions: { entry: QueueEntry; session: string }[] = []
  const listeners = new Set<() => void>()
  const served: string[] = []
  const released: LaunchTicket[] = []
  const endsMs: number[] = []
  let most = 0
  let before: (entry: QueueEntry) => Promise<void> | void = () => undefined

  const freed = () => {
    for (const listener of [...listeners]) listener()
  }
  const isFull = ({ wanted }: QueueEntry) => {
    const ofDemo = sessions.filter(({ entry }) => 'demo' in entry.wanted).length
    return sessions.length >= capacity || ('demo' in wanted && ofDemo >= demoCapacity)
  }

  return {
    served,
    released,
    endsMs,
    inUse: () => sessions.length,
    most: () => most,
    listeners: () => listeners.size,
    before: (work) => {
      before = work
    },
    end: (count = 1) => {
      sessions.splice(0, count)
      freed()
    },
    room: {
      onFreed: (listener) => {
        const own = () => listener()
        listeners.add(own)
        return () => {
          listeners.delete(own)
        }
      },
      turnover: async () => endsMs,
    },
    turn: {
      mint: async (entry) => {
        await before(entry)
        // As the registry of sessions: nothing between the question and the answer.
        if (isFull(entry)) throw new Refusal('terminal-full')
        const ticket = fakeTicket(`${entry.addressHash}-${served.length}`)
        sessions.push({ entry, session: ticket.session })
        most = Math.max(most, sessions.length)
        served.push(entry.addressHash)
        return ticket
      },
      hasRoom: async () => sessions.length < capacity,
      release: async (ticket) => {
        released.push(ticket)
        const index = sessions.findIndex(({ session }) => session === ticket.session)
        if (index >= 0) sessions.splice(index, 1)
        freed()
      },
    },
  }
}

export type FakeQueueClock = QueueClock & {
  /** Lets time pass, a second at a time. */
  pass: (seconds: number) => void
  timers: () => number
}

export const createFakeQueueClock = (): FakeQueueClock => {
  let now = 1_800_000_000_000
  const timers = new Set<{ ms: number; at: number; work: () => void }>()
  return {
    now: () => now,
    every: (ms, work) => {
      const timer = { ms, at: now + ms, work }
      timers.add(timer)
      return () => {
        timers.delete(timer)
      }
    },
    pass: (seconds) => {
      for (let second = 0; second < seconds; second += 1) {
        now += 1000
        for (const timer of [...timers]) {
          if (timer.at > now) continue
          timer.at += timer.ms
          timer.work()
        }
      }
    },
    timers: () => timers.size,
  }
}
