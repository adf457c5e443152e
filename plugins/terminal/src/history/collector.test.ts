import { beforeEach, describe, expect, test } from '@jest/globals'
import { MAX_KEEP_TRIES } from '../limits.ts'
import type { SessionSummary } from '../sessions/sessions.ts'
import { type Collect, type CollectorParts, createCollector, type Ended } from './collector.ts'
import type { EndedPage } from './ended.ts'
import { endedSession } from './history-fixture.ts'
import { createMarks } from './marks.ts'

const PAGE = 3

let epoch: string
let ended: string[]
let kept: string[]
let visits: Ended['visit'][]
let asked: number[]
let isAway: boolean
let isReadOnly: boolean
let broken: string
let errors: string[]
let stored: Map<string, unknown>
let collect: Collect

const service = {
  ended: async (seq: number): Promise<EndedPage> => {
    asked.push(seq)
    const rest = ended
      .map((sid, index) => endedSession({ sid, seq: index + 1 }))
      .filter((session) => session.seq > seq)
    return { epoch, sessions: rest.slice(0, PAGE), hasMore: rest.length > PAGE }
  },
}

beforeEach(() => {
  epoch = 'one'
  ended = []
  kept = []
  visits = []
  asked = []
  isAway = false
  isReadOnly = false
  broken = ''
  errors = []
  stored = new Map()
  collect = start()
})

const kv = {
  get: async (key: string) => stored.get(key) ?? null,
  set: async (key: string, value: unknown) => {
    if (isReadOnly) throw new Error('The database takes nothing.')
    stored.set(key, value)
  },
}
const marks = createMarks(() => ({ kv }) as never)

/** As a process of the CMS does when it starts. */
const start = (more: Partial<CollectorParts> = {}): Collect =>
  createCollector({
    service,
    marks,
    log: { error: ({ msg }) => errors.push(msg) },
    keep: async (all) => {
      if (isAway) throw new Error('The database is away.')
      const good = all.filter(({ session }) => session.sid !== broken)
      const fresh = good.filter(({ session }) => !kept.includes(session.sid))
      kept.push(...fresh.map(({ session }) => session.sid))
      visits.push(...fresh.map(({ visit }) => visit))
      return all
        .filter(({ session }) => session.sid === broken)
        .map(({ session }) => ({ sid: session.sid, error: new Error('No such character.') }))
    },
    ...more,
  })

const held = (sid: string): SessionSummary => ({
  sid,
  demo: 'demo-1',
  service: 'http://10.0.0.5:3002',
  addressHash: `hash of ${sid}`,
  startedAtMs: 0,
})

describe('the collector', () => {
  test('has each session that ended kept once, however many there are', async () => {
    ended = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    await collect([])
    ended.push('h')
    await collect([])
    await collect([])
    expect(kept).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })

  test('begins anew with a service that was started again', async () => {
    ended = ['a', 'b']
    await collect([])
    epoch = 'two'
    ended = ['c', 'd', 'e']
    await collect([])
    expect(kept).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('goes on where it was after a restart, also when what it kept was deleted since', async () => {
    ended = ['a', 'b', 'c', 'd']
    await collect([])
    kept = []
    ended.push('e')
    await start()([])
    expect(kept).toEqual(['e'])
  })

  test('is not moved back by a replica that lags', async () => {
    ended = ['a', 'b', 'c', 'd']
    await collect([])
    await marks.write(undefined, { epoch: 'one', after: 2 })
    kept = []
    await start()([])
    expect(kept).toEqual([])
  })

  test('begins anew when what was remembered makes no sense', async () => {
    stored.set('terminal-ended:', { epoch: 1, after: 'x' })
    ended = ['a']
    await collect([])
    expect(kept).toEqual(['a'])
  })

  test('passes over a session that is refused again and again, and says so once', async () => {
    ended = ['a', 'bad', 'c']
    broken = 'bad'
    for (let tries = 1; tries < MAX_KEEP_TRIES; tries += 1) {
      await expect(collect([])).rejects.toThrow('No such character')
    }
    expect(errors).toEqual([])
    await collect([])
    ended.push('d')
    await collect([])
    expect(kept).toEqual(['a', 'c', 'd'])
    expect(errors).toEqual(['A session that ended cannot be kept, and is passed over.'])
  })

  test('passes over nothing while the database takes nothing at all', async () => {
    ended = ['bad']
    broken = 'bad'
    isReadOnly = true
    for (let tries = 0; tries < 2 * MAX_KEEP_TRIES; tries += 1) {
      await expect(collect([])).rejects.toThrow('takes nothing')
    }
    isReadOnly = false
    broken = ''
    await collect([])
    expect([kept, errors]).toEqual([['bad'], []])
  })

  test('tries again from where it failed', async () => {
    ended = ['a']
    isAway = true
    await expect(collect([])).rejects.toThrow('away')
    isAway = false
    await collect([])
    expect(kept).toEqual(['a'])
  })

  test('knows whose place a session had, also when that is gone before it is kept', async () => {
    await collect([held('a'), held('b')])
    ended = ['a']
    isAway = true
    await expect(collect([held('b')])).rejects.toThrow('away')
    isAway = false
    ended.push('stranger')
    await collect([])
    expect(visits).toEqual([{ addressHash: 'hash of a' }, undefined])
  })

  test('asks anew for whoever comes while it is asking', async () => {
    const first = collect([])
    ended = ['a']
    await Promise.all([first, collect([])])
    expect([kept, asked.length]).toEqual([['a'], 2])
  })

  test('goes on where it was with each of several services, whichever of them fails', async () => {
    const lists = new Map([
      ['http://a', ['a1', 'a2']],
      ['http://b', ['b1']],
    ])
    let isDown = true
    const several = start({
      service: {
        ended: async (seq, origin = '') => {
          if (isDown && origin === 'http://a') throw new Error('a is down')
          const all = (lists.get(origin) ?? []).map((sid, index) =>
            endedSession({ sid, seq: index + 1 }),
          )
          return { epoch: origin, sessions: all.filter((one) => one.seq > seq), hasMore: false }
        },
      },
      keep: async (all) => {
        kept.push(...all.map(({ session }) => session.sid))
        return []
      },
    })
    await expect(several([], ['http://a', 'http://b'])).rejects.toThrow('down')
    expect(kept).toEqual(['b1'])
    isDown = false
    lists.get('http://b')?.push('b2')
    await several([], ['http://a', 'http://b'])
    await several([], ['http://b', 'http://a'])
    expect(kept).toEqual(['b1', 'a1', 'a2', 'b2'])
  })

  test('does not turn in circles when the service does', async () => {
    const circling = start({
      service: { ended: async () => ({ epoch: 'one', sessions: [], hasMore: true }) },
    })
    await expect(circling([])).rejects.toMatchObject({ kind: 'nonsense' })
  })
})
