// The watcher while something is away: the service, one of several, Redis, the documents, another replica.
import { describe, expect, test } from '@jest/globals'
import { LEASE_TTL_S, RESERVATION_TTL_S, UNLISTED_MS, WATCH_EVERY_MS } from '../limits.ts'
import { ROOMY, sessionRecord } from '../sessions/sessions-contract.ts'
import {
  asked,
  away,
  clock,
  errors,
  infos,
  list,
  lost,
  pass,
  reserve,
  running,
  sessions,
  silent,
  start,
  watch,
  watcher,
} from './watcher-fixture.ts'

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
    watch({ idleMs: 15_000 })
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
