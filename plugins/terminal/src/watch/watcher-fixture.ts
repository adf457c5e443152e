// The world around a watcher, for its tests: a service, a store and documents that can be away, and a clock that waits.
import { afterEach, beforeEach, expect } from '@jest/globals'
import { createFakeClock, type FakeClock } from '../client/fake-clock.ts'
import { ServiceFailure } from '../service/failure.ts'
import type { RunningSession, ServiceClient } from '../service/service-client.ts'
import { createMemorySessions } from '../sessions/memory-sessions.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { ROOMY, SERVICE, sessionRecord } from '../sessions/sessions-contract.ts'
import { createWatcher, type Watcher } from './watcher.ts'

export let clock: FakeClock
export let sessions: Sessions
export let watcher: Watcher
export let running: Map<string, RunningSession>
export let forbidden: Set<string>
export let away: Set<'service' | 'orders' | 'store' | 'documents' | 'history' | 'switch'>
export let collected: string[][]
export let silent: Set<string>
export let lost: Set<string>
export let asked: number[]
export let errors: string[]
export let infos: string[]

export const service: Pick<ServiceClient, 'sessions' | 'end'> = {
  sessions: async () => {
    asked.push(clock.now())
    if (away.has('service')) throw new ServiceFailure('unreachable')
    const answered = [...running.values()].filter(({ service = SERVICE }) => !silent.has(service))
    const others = { silent: [...silent], lost: [...lost] }
    return { sessions: answered, capacity: 8, draining: false, ...others }
  },
  end: async (sid) => {
    if (away.has('orders')) throw new ServiceFailure('refused', 500)
    return running.delete(sid)
  },
}

beforeEach(() => {
  clock = createFakeClock()
  running = new Map()
  forbidden = new Set()
  away = new Set()
  silent = new Set()
  lost = new Set()
  collected = []
  asked = []
  errors = []
  infos = []
  const memory = createMemorySessions({ now: clock.now })
  const orAway =
    <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      if (away.has('store')) throw new Error('Redis is away.')
      return work(...args)
    }
  sessions = {
    ...memory,
    seen: orAway(memory.seen),
    list: orAway(memory.list),
    release: orAway(memory.release),
  }
  watcher = open()
})

const open = (more: { idleMs?: number } = {}): Watcher =>
  createWatcher({
    sessions,
    service,
    collect: async (held) => {
      if (away.has('history')) throw new Error('The database is away.')
      collected.push(held.map(({ sid }) => sid))
    },
    permissions: () => ({
      areOn: async () => !away.has('switch'),
      runnable: async (demoIds) => {
        if (away.has('documents')) throw new Error('The database is away.')
        return new Set(demoIds.filter((id) => !forbidden.has(id)))
      },
    }),
    clock,
    log: {
      error: ({ msg }) => errors.push(msg),
      info: ({ msg }) => infos.push(msg),
    },
    ...more,
  })

afterEach(async () => {
  await watcher.close()
  expect(clock.pending()).toBe(0)
})

/** What falls due runs, and what follows from it, in steps shorter than any pause. */
export const pass = async (ms: number) => {
  for (let left = ms; left > 0; left -= 50) {
    clock.pass(Math.min(50, left))
    await new Promise((resolve) => setImmediate(resolve))
  }
}

export const list = (sid: string, more: Partial<RunningSession> = {}) =>
  running.set(sid, {
    sid,
    demoId: 'demo-1',
    state: 'live',
    startedAt: '2026-01-01T00:00:00.000Z',
    idleMs: 0,
    viewers: 1,
    title: 'Demo',
    bytesOut: 0,
    ...more,
  })

export const reserve = async (sid: string, more: { by?: 'operator'; service?: string } = {}) => {
  expect(await sessions.reserve(sessionRecord({ sid, ...more }), ROOMY)).toBe('reserved')
  watcher.wake()
}

export const begin = async (sid: string, service?: string) => {
  await reserve(sid, service === undefined ? {} : { service })
  expect(await sessions.begin(sid)).toBe(true)
}

export const start = async (sid: string, more: Partial<RunningSession> = {}) => {
  await begin(sid, more.service)
  list(sid, more)
}

/** Another watcher in place of the one that every test begins with. */
export const watch = (more: { idleMs?: number } = {}): void => {
  watcher = open(more)
}
