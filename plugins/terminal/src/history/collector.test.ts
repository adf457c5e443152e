import { beforeEach, describe, expect, test } from '@jest/globals'
import type { SessionSummary } from '../sessions/sessions.ts'
import { type Collect, createCollector, type Ended } from './collector.ts'
import type { EndedPage } from './ended.ts'
import { endedSession } from './history-fixture.ts'

const PAGE = 3

let epoch: string
let ended: string[]
let kept: string[]
let visits: Ended['visit'][]
let asked: number[]
let isAway: boolean
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
  collect = createCollector({
    service,
    keep: async (all) => {
      if (isAway) throw new Error('The database is away.')
      kept.push(...all.map(({ session }) => session.sid))
      visits.push(...all.map(({ visit }) => visit))
    },
  })
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
    const several = createCollector({
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
    const circling = createCollector({
      service: { ended: async () => ({ epoch: 'one', sessions: [], hasMore: true }) },
      keep: async () => undefined,
    })
    await expect(circling([])).rejects.toMatchObject({ kind: 'nonsense' })
  })
})
