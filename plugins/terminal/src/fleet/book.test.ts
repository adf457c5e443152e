import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Unavailability } from '../health.ts'
import { createMemorySessions } from '../sessions/memory-sessions.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { ROOMY, sessionRecord } from '../sessions/sessions-contract.ts'
import { announced } from './announcements-contract.ts'
import { book } from './book.ts'
import { createFleet, type Fleet } from './fleet.ts'
import { createMemoryAnnouncements } from './memory-announcements.ts'

const A = 'http://a:3002'
const B = 'http://b:3002'
const KEY = 'a'.repeat(64)

let sessions: Sessions
let fleet: Fleet
let problems: Map<string, Unavailability>
let nowMs: number

beforeEach(async () => {
  nowMs = 1000
  problems = new Map()
  sessions = createMemorySessions()
  const announcements = createMemoryAnnouncements({ now: () => nowMs })
  const internalUrl = 'http://127.0.0.1:9'
  fleet = createFleet({ internalUrl, allow: ['*:3002'], announcements, sessions })
  fleet.problemOf = async (url) => problems.get(url)
})

const announce = (url: string, more: Partial<ReturnType<typeof announced>> = {}) => {
  nowMs += 1
  return fleet.announce(announced({ url, atMs: nowMs, ...more }))
}
let count = 0
const launch = async (limits: Partial<typeof ROOMY> = {}) => {
  count += 1
  const { service: _, ...record } = sessionRecord({ sid: `sid-${count}` })
  return book({ fleet, sessions, workspace: KEY, record, limits: { ...ROOMY, ...limits } })
}
const codes = async (launches: Promise<string>[]) =>
  (await Promise.allSettled(launches)).map((result) =>
    result.status === 'fulfilled' ? result.value : (result.reason as { code: string }).code,
  )

describe('a booking', () => {
  test('of many at once takes exactly what the services have, never more of one', async () => {
    await announce(A, { capacity: 3, workspaces: [KEY] })
    await announce(B, { capacity: 4 })
    const answers = await codes(Array.from({ length: 50 }, () => launch()))
    const of = (what: string) => answers.filter((answer) => answer === what).length
    expect([of(A), of(B), of('terminal-full')]).toEqual([3, 4, 43])
  })

  test('takes no more than the owner wants, wherever there is room', async () => {
    await announce(A)
    await announce(B)
    const answers = await codes(Array.from({ length: 10 }, () => launch({ capacity: 3 })))
    expect(answers.filter((answer) => answer === 'terminal-full')).toHaveLength(7)
  })

  test('goes past a service that has died since it announced itself', async () => {
    await announce(A, { workspaces: [KEY] })
    await announce(B)
    problems.set(A, 'service-unavailable')
    expect(await launch()).toBe(B)
    problems.set(B, 'sandbox-unavailable')
    expect(await codes([launch()])).toEqual(['service-unavailable'])
    problems.set(B, 'terminal-full')
    expect(await codes([launch()])).toEqual(['terminal-full'])
  })

  test('says why there is none: draining, without a sandbox, or full', async () => {
    await announce(A, { draining: true })
    expect(await codes([launch()])).toEqual(['service-unavailable'])
    await announce(B, { sandbox: undefined })
    expect(await codes([launch()])).toEqual(['service-unavailable'])
    await announce(A, { sandbox: undefined })
    expect(await codes([launch()])).toEqual(['sandbox-unavailable'])
    await announce(A, { capacity: 1 })
    expect(await codes([launch(), launch()])).toEqual([A, 'terminal-full'])
  })

  test('counts sessions whose places the store has lost', async () => {
    await announce(A, { capacity: 4, running: 3 })
    expect(await codes([launch(), launch()])).toEqual([A, 'terminal-full'])
    await announce(A, { capacity: 4, running: 1 })
    // Two run, of which one holds a place that has not begun; the owner wants three in all.
    expect(await codes([launch({ capacity: 3 }), launch({ capacity: 3 })])).toEqual([
      A,
      'terminal-full',
    ])
  })

  test('is refused honestly while the store is away', async () => {
    await announce(A)
    sessions.list = async () => Promise.reject(new Error('Redis is away.'))
    expect(await codes([launch()])).toEqual(['service-unavailable'])
  })
})
