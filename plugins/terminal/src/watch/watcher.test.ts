import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createFakeClock, type FakeClock } from '../client/fake-clock.ts'
import { LEASE_TTL_S, RESERVATION_TTL_S, UNLISTED_MS, WATCH_EVERY_MS } from '../limits.ts'
import { ServiceFailure } from '../service/failure.ts'
import type { RunningSession, ServiceClient } from '../service/service-client.ts'
import { createMemorySessions } from '../sessions/memory-sessions.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { ROOMY, SERVICE, sessionRecord } from '../sessions/sessions-contract.ts'
import { createWatcher, type Watcher } from './watcher.ts'

let clock: FakeClock
let sessions: Sessions
let watcher: Watcher
let running: Map<string, RunningSession>
let forbidden: Set<string>
let away: Set<'service' | 'orders' | 'store' | 'documents' | 'history' | 'switch'>
let collected: string[][]
let silent: Set<string>
let lost: Set<string>
let asked: number[]
let errors: string[]
let infos: string[]

const service: Pick<ServiceClient, 'sessions' | 'end'> = {
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
  watcher = watch()
})

const watch = (more: { idleMs?: number } = {}): Watcher =>
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
const pass = async (ms: number) => {
  for (let left = ms; left > 0; left -= 50) {
    clock.pass(Math.min(50, left))
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const list = (sid: string, more: Partial<RunningSession> = {}) =>
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

const reserve = async (sid: string, more: { by?: 'operator'; service?: string } = {}) => {
  expect(await sessions.reserve(sessionRecord({ sid, ...more }), ROOMY)).toBe('reserved')
  watcher.wake()
}

const begin = async (sid: string, service?: string) => {
  await reserve(sid, service === undefined ? {} : { service })
  expect(await sessions.begin(sid)).toBe(true)
}

const start = async (sid: string, more: Partial<RunningSession> = {}) => {
  await begin(sid, more.service)
  list(sid, more)
}

describe('the watcher', () => {
  test('asks nothing while there are no sessions, and stops when the last one is over', async () => {
    await pass(60_000)
    expect(asked).toEqual([])
    await start('one')
    await pass(3 * WATCH_EVERY_MS)
    expect(asked.length).toBeGreaterThanOrEqual(2)
    running.clear()
    await pass(UNLISTED_MS + WATCH_EVERY_MS)
    expect(await sessions.count()).toBe(0)
    const before = asked.length
    await pass(60_000)
    expect(asked).toHaveLength(before)
    expect(clock.pending()).toBe(0)
  })

  test('has what ended kept at its last look, with whose place that was', async () => {
    await start('one')
    await pass(WATCH_EVERY_MS)
    running.clear()
    await pass(UNLISTED_MS + WATCH_EVERY_MS)
    expect(await sessions.count()).toBe(0)
    expect(collected.at(-1)).toEqual(['one'])
  })

  test('goes on looking until what ended is kept, and says so once', async () => {
    away.add('history')
    await start('one')
    await pass(WATCH_EVERY_MS)
    running.clear()
    await pass(UNLISTED_MS + 10 * WATCH_EVERY_MS)
    expect(errors).toEqual(['Sessions that ended cannot be kept.'])
    away.clear()
    await pass(WATCH_EVERY_MS)
    expect(collected).toHaveLength(1)
    const before = asked.length
    await pass(60_000)
    expect(asked).toHaveLength(before)
  })

  test('keeps what runs far beyond a lease', async () => {
    await start('one')
    await pass(4 * LEASE_TTL_S * 1000)
    expect((await sessions.list()).map(({ sid }) => sid)).toEqual(['one'])
  })

  test('gives a session time to be listed, and a waiting ticket its whole life', async () => {
    await begin('young')
    await reserve('ticket')
    await pass(UNLISTED_MS - 500)
    expect(await sessions.count()).toBe(2)
    await pass(WATCH_EVERY_MS + 500)
    expect((await sessions.list()).map(({ sid }) => sid)).toEqual(['ticket'])
    await pass(RESERVATION_TTL_S * 1000)
    expect(await sessions.count()).toBe(0)
  })

  test('looks soon after the relay reports, once for all reports of a moment', async () => {
    const sids = Array.from({ length: 20 }, (_, index) => `sid-${index}`)
    for (const sid of sids) await start(sid)
    await pass(WATCH_EVERY_MS + 1000)
    const before = asked.length
    running.clear()
    for (const sid of sids) watcher.hasLeft(sid)
    await pass(300)
    expect(asked).toHaveLength(before + 1)
    expect(await sessions.count()).toBe(0)
  })

  test('misses a session that it has seen running as soon as it runs no more', async () => {
    await start('one')
    await pass(WATCH_EVERY_MS)
    running.clear()
    watcher.hasLeft('one')
    await pass(300)
    expect(await sessions.count()).toBe(0)
  })

  test('keeps 250 ms between looks, however often the relay reports', async () => {
    await start('one')
    for (let index = 0; index < 100; index += 1) {
      watcher.hasLeft(`unknown-${index}`)
      await pass(50)
    }
    const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
    expect(pauses.length).toBeGreaterThan(10)
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(250)
  })

  test('frees at once what the relay never brought to the service', async () => {
    await begin('refused')
    watcher.hasLeft('refused')
    await pass(300)
    expect(await sessions.count()).toBe(0)
  })

  test('keeps a session whose browser is away', async () => {
    await start('one')
    list('one', { state: 'detached', viewers: 0 })
    watcher.hasLeft('one')
    await pass(60_000)
    expect(await sessions.count()).toBe(1)
  })

  test('looks more often while a session is being taken down', async () => {
    await start('one')
    list('one', { state: 'ending' })
    watcher.hasLeft('one')
    await pass(300)
    expect(await sessions.count()).toBe(1)
    running.clear()
    await pass(1200)
    expect(await sessions.count()).toBe(0)
  })
})

describe('the owner’s change', () => {
  test('ends what may not run any more within 30 seconds, whoever began it', async () => {
    await start('forbidden', { demoId: 'off' })
    await start('allowed')
    list('of another process', { demoId: 'off' })
    await pass(20_000)
    forbidden.add('off')
    const from = clock.now()
    while (running.size > 1 && clock.now() - from < 60_000) await pass(100)
    expect(clock.now() - from).toBeLessThanOrEqual(30_000)
    expect([...running.keys()]).toEqual(['allowed'])
    await pass(UNLISTED_MS)
    expect((await sessions.list()).map(({ sid }) => sid)).toEqual(['allowed'])
    expect(infos).toHaveLength(2)
  })

  test('leaves what an operator tries of a demo that nobody can see, also while the store is away', async () => {
    forbidden.add('off')
    await reserve('operator', { by: 'operator' })
    await sessions.begin('operator')
    list('operator', { demoId: 'off' })
    await start('visitor', { demoId: 'off' })
    await pass(2 * WATCH_EVERY_MS)
    expect([...running.keys()]).toEqual(['operator'])
    away.add('store')
    await pass(2 * WATCH_EVERY_MS)
    expect([...running.keys()]).toEqual(['operator'])
  })

  test('ends that, too, when it is the switch of all terminals', async () => {
    await reserve('operator', { by: 'operator' })
    await sessions.begin('operator')
    list('operator')
    away.add('switch')
    await pass(2 * WATCH_EVERY_MS)
    expect([...running.keys()]).toEqual([])
  })

  test('is carried out late, not never, when the service does not take orders', async () => {
    await start('one', { demoId: 'off' })
    forbidden.add('off')
    away.add('orders')
    await pass(60_000)
    expect(running.size).toBe(1)
    expect(errors).toEqual(['The terminal service does not end sessions that may not run.'])
    away.clear()
    await pass(WATCH_EVERY_MS)
    expect(running.size).toBe(0)
    expect(await sessions.count()).toBe(0)
  })

  test('does not order an end twice while the session is on its way out', async () => {
    await start('one', { demoId: 'off', state: 'ending' })
    forbidden.add('off')
    await pass(3 * WATCH_EVERY_MS)
    expect(running.size).toBe(1)
  })
})

describe('an outage', () => {
  test('of the service releases nothing early, and is told once', async () => {
    await start('one')
    await pass(WATCH_EVERY_MS)
    away.add('service')
    watcher.hasLeft('one')
    await pass(4 * LEASE_TTL_S * 1000)
    expect(await sessions.count()).toBe(1)
    expect(errors).toEqual(['The terminal service does not say which sessions run.'])
    away.clear()
    await pass(WATCH_EVERY_MS)
    expect(await sessions.count()).toBe(1)
    expect(infos).toEqual(['No longer: The terminal service does not say which sessions run.'])
    running.clear()
    await pass(WATCH_EVERY_MS)
    expect(await sessions.count()).toBe(0)
  })

  test('of the service does not keep a ticket that nobody used', async () => {
    away.add('service')
    await reserve('ticket')
    await pass(RESERVATION_TTL_S * 1000 + WATCH_EVERY_MS)
    expect(await sessions.count()).toBe(0)
    expect(clock.pending()).toBe(0)
  })

  test('of the service is nothing to tell while nothing runs', async () => {
    away.add('service')
    watcher.wake()
    await pass(60_000)
    expect([errors, asked.length]).toEqual([[], 1])
  })

  test('of Redis loses no session that still runs after it, and is told once', async () => {
    await start('one')
    away.add('store')
    await pass(4 * LEASE_TTL_S * 1000)
    expect(errors).toEqual(['The store of sessions does not answer.'])
    away.clear()
    await pass(WATCH_EVERY_MS)
    expect((await sessions.list()).map(({ sid }) => sid)).toEqual(['one'])
  })

  test('of the CMS’s documents ends nothing and frees what is over', async () => {
    await start('one')
    await start('over')
    await pass(UNLISTED_MS)
    away.add('documents')
    running.delete('over')
    await pass(60_000)
    expect([...running.keys()]).toEqual(['one'])
    expect(await sessions.count()).toBe(1)
    expect(errors).toEqual(['The CMS does not say which demos may run.'])
  })
})

describe('one of several services', () => {
  const OTHER = 'http://10.0.0.6:3002'
  const held = async () => (await sessions.list()).map(({ sid }) => sid).sort()

  test('that is silent costs nobody a place, and those of the others come and go as ever', async () => {
    await start('here')
    await start('over')
    await start('there', { service: OTHER })
    await pass(UNLISTED_MS)
    silent.add(OTHER)
    running.delete('over')
    await pass(4 * LEASE_TTL_S * 1000)
    expect(await held()).toEqual(['here', 'there'])
    expect(errors).toEqual(['The terminal service does not say which sessions run.'])
    silent.clear()
    running.delete('there')
    await pass(WATCH_EVERY_MS)
    expect(await held()).toEqual(['here'])
    expect(infos).toEqual(['No longer: The terminal service does not say which sessions run.'])
  })

  test('that is silent is nothing to tell while nothing runs there', async () => {
    await start('here')
    silent.add(OTHER)
    await pass(60_000)
    expect(errors).toEqual([])
  })

  test('that is given up takes its own sessions with it, and no waiting ticket of another', async () => {
    await start('here')
    await start('there', { service: OTHER })
    await reserve('ticket')
    silent.add(OTHER)
    lost.add(OTHER)
    await pass(WATCH_EVERY_MS)
    expect(await held()).toEqual(['here', 'ticket'])
    expect(infos).toEqual(['Sessions were given up: their terminal service is gone.'])
    await pass(4 * LEASE_TTL_S * 1000)
    expect(infos).toHaveLength(1)
  })
})

describe('with several replicas', () => {
  test('each looks although it had no session itself, and takes up those of one that died', async () => {
    await watcher.close()
    watcher = watch({ idleMs: 15_000 })
    watcher.wake()
    await pass(WATCH_EVERY_MS)
    // Begun elsewhere: nobody tells this one.
    await sessions.reserve(sessionRecord({ sid: 'theirs' }), ROOMY)
    await sessions.begin('theirs')
    list('theirs')
    await pass(2 * LEASE_TTL_S * 1000)
    expect((await sessions.list()).map(({ sid }) => sid)).toEqual(['theirs'])
    running.clear()
    await pass(60_000)
    const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
    expect(Math.max(...pauses)).toBeLessThanOrEqual(15_100)
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(14_900)
  })
})

describe('the end of the watcher', () => {
  test('leaves no timer, whatever it is told afterwards', async () => {
    await start('one')
    await watcher.close()
    watcher.wake()
    watcher.hasLeft('one')
    await pass(60_000)
    expect(asked).toEqual([])
    await watcher.close()
  })

  test('waits for the look that is under way', async () => {
    await start('one')
    const held: (() => void)[] = []
    const { seen } = sessions
    sessions.seen = async (sids) => {
      await new Promise<void>((resolve) => held.push(resolve))
      return seen(sids)
    }
    await pass(WATCH_EVERY_MS)
    expect(held).toHaveLength(1)
    let isClosed = false
    const closing = watcher.close().then(() => {
      isClosed = true
    })
    await pass(100)
    expect(isClosed).toBe(false)
    held[0]?.()
    await closing
    expect(clock.pending()).toBe(0)
  })
})
