// What every implementation of sessions must do; its tests are run for each one.
import { expect, test } from '@jest/globals'
import { LEASE_TTL_S, MAX_RECENT_ENDS, RESERVATION_TTL_S } from '../limits.ts'
import { ticketRecord } from '../tickets/store-contract.ts'
import type { SessionRecord, Sessions } from './sessions.ts'

export const SERVICE = 'http://10.0.0.5:3002'
export const ROOMY = { capacity: 1000, perAddress: 1000, perDemo: 1000, perService: 1000 }

export const sessionRecord = (more: Partial<SessionRecord> = {}): SessionRecord => {
  const { grant, archiveId } = ticketRecord()
  const sid = more.sid ?? 'session-1'
  return {
    sid,
    demo: 'demo-1',
    service: SERVICE,
    addressHash: 'address',
    keyHash: 'key',
    startedAtMs: 1_700_000_000_000,
    resume: { grant: { ...grant, sid }, archiveId },
    ...more,
  }
}

export type SessionsUnderTest = {
  /** Empty for each test. */
  sessions: () => Sessions
  /** Lets seconds pass for the leases. */
  pass: (seconds: number) => Promise<void>
  /** Resolves once `is` holds. */
  eventually: (what: string, is: () => boolean) => Promise<void>
}

export const sessionsTests = ({ sessions, pass, eventually }: SessionsUnderTest): void => {
  const reserve = (more: Partial<SessionRecord> = {}, limits: Partial<typeof ROOMY> = {}) =>
    sessions().reserve(sessionRecord(more), { ...ROOMY, ...limits })
  const begin = async (sid: string) => {
    expect(await reserve({ sid })).toBe('reserved')
    expect(await sessions().begin(sid)).toBe(true)
  }
  const sids = async () => (await sessions().list()).map(({ sid }) => sid).sort()

  test('give back exactly what was reserved', async () => {
    const record = sessionRecord({ sid: 'one' })
    await reserve({ sid: 'one' })
    expect(await sessions().find('one')).toEqual(record)
    expect(await sessions().find('two')).toBeUndefined()
  })

  test('tell the country of a place where it is known', async () => {
    await reserve({ sid: 'known', country: 'FR' })
    await reserve({ sid: 'unknown' })
    const places = await sessions().list()
    expect(places.find(({ sid }) => sid === 'known')).toMatchObject({ country: 'FR' })
    expect(places.find(({ sid }) => sid === 'unknown')).not.toHaveProperty('country')
    expect(await sessions().find('known')).toMatchObject({ country: 'FR' })
  })

  test('are bounded in all, per demo and per address', async () => {
    await reserve({ sid: '1', demo: 'a', addressHash: 'x' })
    await sessions().begin('1')
    await reserve({ sid: '2', demo: 'b', addressHash: 'x' })
    const next = { sid: '3', demo: 'a', addressHash: 'x' }
    expect(await reserve(next, { capacity: 2 })).toBe('full')
    expect(await reserve(next, { perDemo: 1 })).toBe('full')
    expect(await reserve(next, { perAddress: 2 })).toBe('address-full')
    expect(await reserve({ ...next, addressHash: 'y' }, { perAddress: 2 })).toBe('reserved')
    expect(await sessions().count()).toBe(3)
  })

  test('take the place of an older ticket of the same address and demo that nobody used, when there is no other', async () => {
    await reserve({ sid: 'old' })
    await pass(1)
    await begin('begun')
    await reserve({ sid: 'new' })
    await reserve({ sid: 'elsewhere', addressHash: 'y' })
    await reserve({ sid: 'other', demo: 'b' })
    const perAddress = 4
    expect(await reserve({ sid: 'next' }, { perAddress })).toBe('reserved')
    expect(await sids()).toEqual(['begun', 'elsewhere', 'new', 'next', 'other'])
    expect(await sessions().begin('old')).toBe(false)
    for (const sid of ['new', 'next']) await sessions().begin(sid)
    expect(await reserve({ sid: 'late' }, { perAddress })).toBe('address-full')
    expect(await reserve({ sid: 'foreign', addressHash: 'y' }, { capacity: 5 })).toBe('full')
    expect(await sids()).toEqual(['begun', 'elsewhere', 'new', 'next', 'other'])
  })

  test('are bounded on each service, and say on which they run', async () => {
    await reserve({ sid: '1', service: 'http://a' })
    await reserve({ sid: '2', service: 'http://b' })
    const next = { sid: '3', service: 'http://a' }
    expect(await reserve(next, { perService: 1 })).toBe('service-full')
    expect(await reserve(next, { perService: 1, capacity: 2 })).toBe('full')
    expect(await reserve(next, { perService: 2 })).toBe('reserved')
    const places = (await sessions().list()).map(({ sid, service }) => `${sid} ${service}`)
    expect(places.sort()).toEqual(['1 http://a', '2 http://b', '3 http://a'])
    expect((await sessions().find('2'))?.service).toBe('http://b')
  })

  test('are counted by service once they have begun, also those that lapsed unnoticed', async () => {
    for (const [sid, service] of [
      ['1', 'http://a'],
      ['2', 'http://a'],
      ['3', 'http://b'],
    ] as const) {
      await reserve({ sid, service })
      await sessions().begin(sid)
    }
    await reserve({ sid: '4', service: 'http://c' })
    const counts = new Map([
      ['http://a', 2],
      ['http://b', 1],
    ])
    expect(await sessions().onServices()).toEqual(counts)
    await pass(LEASE_TTL_S + 1)
    expect(await sessions().onServices()).toEqual(counts)
    await sessions().seen(['1', '2', '3'])
    expect(await sids()).toEqual(['1', '2', '3'])
  })

  test('give exactly as many places as there are to many that ask at once', async () => {
    const asked = Array.from({ length: 200 }, (_, index) =>
      reserve({ sid: `sid-${index}` }, { capacity: 17 }),
    )
    const answers = await Promise.all(asked)
    expect(answers.filter((answer) => answer === 'reserved')).toHaveLength(17)
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(183)
    expect(await sessions().count()).toBe(17)
  })

  test('hold the place of a ticket for as long as the ticket lives', async () => {
    await reserve({ sid: 'one' })
    await pass(RESERVATION_TTL_S - 1)
    await sessions().seen(['one'])
    expect(await sids()).toEqual(['one'])
    await pass(2)
    expect(await sids()).toEqual([])
    expect(await sessions().begin('one')).toBe(false)
    expect(await sessions().recentEnds()).toEqual([])
  })

  test('go on while somebody sees them, and are gone when nobody does', async () => {
    await begin('seen')
    await begin('unseen')
    await pass(LEASE_TTL_S - 1)
    await sessions().seen(['seen', 'unknown'])
    await pass(2)
    expect(await sids()).toEqual(['seen'])
    expect(await sessions().find('unseen')).toBeUndefined()
    expect(await sessions().count()).toBe(1)
  })

  test('are taken up again when they are seen after an outage, not when they are over', async () => {
    await begin('running')
    await begin('over')
    await pass(LEASE_TTL_S + 5)
    await sessions().seen(['running'])
    expect(await sids()).toEqual(['running'])
    await sessions().seen(['over'])
    expect(await sids()).toEqual(['running'])
  })

  test('say how long they have begun, and nothing for a ticket that waits', async () => {
    await reserve({ sid: 'waits' })
    await begin('begun')
    await pass(5)
    const list = await sessions().list()
    const { resume: _, keyHash: __, ...summary } = sessionRecord({ sid: 'waits' })
    expect(list).toContainEqual(summary)
    const begunForMs = list.find(({ sid }) => sid === 'begun')?.begunForMs ?? 0
    expect(begunForMs).toBeGreaterThanOrEqual(5000)
    expect(begunForMs).toBeLessThan(9000)
  })

  test('say which an operator started', async () => {
    await reserve({ sid: 'visitor' })
    const operator = { collection: 'users', id: 7, login: 'login-1' }
    await reserve({ sid: 'operator', by: 'operator', operator })
    const list = await sessions().list()
    expect(list.map(({ sid, by }) => [sid, by]).sort()).toEqual([
      ['operator', 'operator'],
      ['visitor', undefined],
    ])
    expect(await sessions().find('operator')).toMatchObject({ by: 'operator', operator })
  })

  test('count from the first ticket, however many follow', async () => {
    await begin('one')
    await pass(5)
    expect(await sessions().begin('one')).toBe(true)
    expect((await sessions().list())[0]?.begunForMs).toBeGreaterThanOrEqual(5000)
  })

  test('end once, and are remembered with how long they lasted', async () => {
    await begin('short')
    await begin('long')
    await pass(2)
    await sessions().release('short')
    await sessions().release('short')
    await sessions().release('unknown')
    await pass(6)
    await sessions().release('long')
    const ends = await sessions().recentEnds()
    expect(ends.map(({ lastedMs }) => Math.floor(lastedMs / 2000))).toEqual([4, 1])
    // Redis's clock does not move with the test: both ends may fall into one millisecond.
    expect(Number(ends[0]?.atMs)).toBeGreaterThanOrEqual(Number(ends[1]?.atMs))
    expect(await sids()).toEqual([])
  })

  test('remember a bounded number of ends', async () => {
    for (let index = 0; index < MAX_RECENT_ENDS + 5; index += 1) {
      await begin(`sid-${index}`)
      await sessions().release(`sid-${index}`)
    }
    expect(await sessions().recentEnds()).toHaveLength(MAX_RECENT_ENDS)
  })

  test('tell that a place became free, by an end and by a lease that lapsed', async () => {
    let heard = 0
    const stop = sessions().onFreed(() => {
      heard += 1
    })
    await begin('heard')
    await eventually('a place is free', () => {
      sessions()
        .release('heard')
        .catch(() => undefined)
      return heard > 0
    })
    await begin('lapses')
    const before = heard
    await pass(LEASE_TTL_S + 1)
    await sessions().list()
    await eventually('another one is free', () => heard > before)
    stop()
  })

  test('tell nobody who has stopped listening', async () => {
    const heard = { stopped: 0, other: 0 }
    const stop = sessions().onFreed(() => {
      heard.stopped += 1
    })
    stop()
    sessions().onFreed(() => {
      heard.other += 1
    })
    await eventually('the other one hears', () => {
      reserve({ sid: 'x' })
        .then(() => sessions().release('x'))
        .catch(() => undefined)
      return heard.other > 0
    })
    expect(heard.stopped).toBe(0)
  })
}
