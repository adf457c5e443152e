import { describe, expect, test } from '@jest/globals'
import { LEASE_TTL_S, RESERVATION_TTL_S, UNLISTED_MS, WATCH_EVERY_MS } from '../limits.ts'
import {
  asked,
  away,
  begin,
  clock,
  collected,
  errors,
  forbidden,
  infos,
  list,
  pass,
  reserve,
  running,
  sessions,
  start,
  watcher,
} from './watcher-fixture.ts'

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
