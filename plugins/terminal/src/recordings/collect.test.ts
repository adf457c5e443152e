import { beforeEach, describe, expect, test } from '@jest/globals'
import { type FakePayload, fakePayload } from '../../../../tests/support/plugin/fake-payload.ts'
import { LOST_RECORDING_MS, MISSING_RECORDING_MS, UNSAVED_RECORDING_MS } from '../limits.ts'
import { ServiceFailure } from '../service/failure.ts'
import { type CollectParts, collectRecordings } from './collect.ts'
import { createPending, type PendingRecording } from './pending.ts'

const CAST = '{"version":2,"width":80,"height":24}\n[0.5, "o", "hello"]\n'
const DAY_MS = 24 * 60 * 60 * 1000
const START_MS = 1_700_000_000_000

let cms: FakePayload
let parts: CollectParts
let now: number
let running: string[]
/** Casts that the service has, by session. */
let casts: Map<string, string>
/** Sessions of which the service does not answer. */
let away: Set<string>
/** Services that were asked for a recording, or to forget it. */
let asked: (string | undefined)[]

const SERVICE = 'http://10.0.0.5:3002'

const pendingOf = () => createPending(cms.payload)
const begin = (session: string, more: Partial<PendingRecording> = {}) =>
  pendingOf().add({
    session,
    demo: 'demo-1',
    kind: 'replay',
    service: SERVICE,
    startedAtMs: START_MS,
    ...more,
  })
const waiting = async () => (await pendingOf().list()).map(({ session }) => session).sort()
const kept = () => cms.documents['terminal-recordings'] ?? []
const collect = () => collectRecordings(parts)

beforeEach(() => {
  cms = fakePayload()
  now = START_MS
  running = []
  casts = new Map()
  away = new Set()
  asked = []
  const orAway = (sid: string) => {
    if (away.has(sid)) throw new ServiceFailure('unreachable')
  }
  parts = {
    payload: cms.payload,
    demos: 'demos',
    documents: {
      anyDemo: async () => ({ title: 'Philosophers' }) as never,
      terminal: async () => ({ replay: { enabled: true, days: 2 } }) as never,
    },
    pending: pendingOf(),
    service: {
      sessions: async () => ({ sessions: running.map((sid) => ({ sid })) }) as never,
      recording: async (sid, service) => {
        asked.push(service)
        orAway(sid)
        return casts.get(sid)
      },
      removeRecording: async (sid, service) => {
        asked.push(service)
        orAway(sid)
        return casts.delete(sid)
      },
    },
    now: () => now,
  }
})

describe('what was recorded of a visitor', () => {
  test('is kept once the session is over, for as many days as are set, and forgotten at the service', async () => {
    await begin('one')
    running = ['one']
    casts.set('one', CAST)
    await collect()
    expect([kept(), casts.size]).toEqual([[], 1])
    running = []
    await collect()
    expect(kept()).toMatchObject([
      {
        title: 'Philosophers, 2023-11-14 22:13 UTC',
        kind: 'replay',
        demo: 'demo-1',
        session: 'one',
        published: false,
        durationMs: 500,
        poster: 'hello',
        expiresAt: new Date(now + 2 * DAY_MS).toISOString(),
      },
    ])
    expect([casts.size, await waiting()]).toEqual([0, []])
  })

  test('is waited for, and not for ever', async () => {
    await begin('one')
    await collect()
    now += MISSING_RECORDING_MS - 1
    await collect()
    expect(await waiting()).toEqual(['one'])
    now += 1
    await collect()
    expect([await waiting(), kept()]).toEqual([[], []])
  })

  test('is asked of the service that has it, and of no other', async () => {
    await begin('one')
    casts.set('one', CAST)
    await collect()
    expect(asked).toEqual([SERVICE, SERVICE])
  })

  test('is not given up for what others say while it is not known which service has it', async () => {
    await begin('one', { service: undefined })
    for (const ms of [0, MISSING_RECORDING_MS, LOST_RECORDING_MS - MISSING_RECORDING_MS]) {
      now += ms
      await collect()
      expect(await pendingOf().list()).toMatchObject([{ session: 'one' }])
    }
    now += 1
    await collect()
    expect(await waiting()).toEqual([])
  })

  test('is waited for from its end, not from when it was on its way to its service', async () => {
    await begin('one')
    await collect()
    running = ['one']
    now += MISSING_RECORDING_MS
    await collect()
    running = []
    await collect()
    expect(await waiting()).toEqual(['one'])
    now += MISSING_RECORDING_MS
    await collect()
    expect(await waiting()).toEqual([])
  })

  test('is kept when it came late', async () => {
    await begin('one')
    await collect()
    casts.set('one', CAST)
    now += MISSING_RECORDING_MS * 2
    await collect()
    expect([await waiting(), kept().length]).toEqual([[], 1])
  })

  test('waits for a service that is away, without holding up the others, and is told', async () => {
    for (const session of ['a', 'b', 'c']) {
      await begin(session)
      casts.set(session, CAST)
    }
    away.add('b')
    await expect(collect()).rejects.toMatchObject({ kind: 'unreachable' })
    expect(kept().map(({ session }) => session)).toEqual(['a', 'c'])
    expect(await waiting()).toEqual(['b'])
    away.clear()
    await collect()
    expect(kept()).toHaveLength(3)
  })

  test('is given up when its service has not answered for longer than it keeps anything', async () => {
    await begin('one')
    away.add('one')
    now += LOST_RECORDING_MS + 1
    await expect(collect()).rejects.toMatchObject({ kind: 'unreachable' })
    expect(await waiting()).toEqual([])
  })

  test('is not lost when the database fails in the middle', async () => {
    await begin('one')
    casts.set('one', CAST)
    const { create } = cms.payload
    cms.payload.create = () => Promise.reject(new Error('away'))
    await expect(collect()).rejects.toThrow('away')
    expect([casts.size, await waiting()]).toEqual([1, ['one']])
    cms.payload.create = create
    await collect()
    expect(kept()).toHaveLength(1)
  })

  test('holds up none of the others when it alone cannot be stored', async () => {
    for (const session of ['a', 'b', 'c']) {
      await begin(session)
      casts.set(session, CAST)
    }
    away.add('a')
    const { create } = cms.payload
    cms.payload.create = ((asked: { data: { session?: string } }) =>
      asked.data.session === 'b'
        ? Promise.reject(new Error('refused'))
        : create(asked as never)) as never
    await expect(collect()).rejects.toThrow('refused')
    expect(kept().map(({ session }) => session)).toEqual(['c'])
    expect(await waiting()).toEqual(['a', 'b'])
  })

  test('is dropped, with a word in the log, when it cannot be kept', async () => {
    const warned: unknown[] = []
    Object.assign(cms.payload.logger, { warn: (entry: unknown) => warned.push(entry) })
    await begin('one')
    casts.set('one', 'secret words\n')
    await collect()
    expect([kept(), casts.size, await waiting()]).toEqual([[], 0, []])
    expect(warned).toEqual([expect.objectContaining({ sid: 'one' })])
    expect(JSON.stringify(warned)).not.toContain('secret')
  })

  test('says that it still works before each one', async () => {
    let steps = 0
    await begin('one')
    await begin('two')
    await collectRecordings({
      ...parts,
      onStep: async () => {
        steps += 1
      },
    })
    expect(steps).toBe(2)
  })
})

test('what an operator recorded is theirs to save for a day', async () => {
  await begin('mine', { kind: 'demo' })
  casts.set('mine', CAST)
  now += UNSAVED_RECORDING_MS - 1
  await collect()
  expect([await waiting(), casts.size]).toEqual([['mine'], 1])
  now += 1
  await collect()
  expect([await waiting(), casts.size, kept()]).toEqual([[], 0, []])
})

test('nothing is asked while nothing waits', async () => {
  parts.service.sessions = () => Promise.reject(new Error('asked'))
  await expect(collect()).resolves.toBeUndefined()
})
