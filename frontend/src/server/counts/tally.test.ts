import { expect, test } from '@jest/globals'
import { LIMITS } from '../../limits.ts'
import { createTally } from './tally.ts'

const DAY_MS = 24 * 60 * 60_000
const NOON = Date.parse('2026-03-02T12:00:00Z')

const tallyAt = (nowMs = NOON) => {
  const clock = { now: nowMs }
  return { clock, tally: createTally(() => clock.now) }
}

test('views are summed by day and page, and by day and site', () => {
  const { clock, tally } = tallyAt()
  tally.add('/', 'news.example')
  tally.add('/')
  clock.now += DAY_MS
  tally.add('/', 'news.example')
  expect(tally.next()?.counts).toEqual([
    { day: '2026-03-02', kind: 'page', name: '/', views: 2 },
    { day: '2026-03-03', kind: 'page', name: '/', views: 1 },
    { day: '2026-03-02', kind: 'referrer', name: 'news.example', views: 1 },
    { day: '2026-03-03', kind: 'referrer', name: 'news.example', views: 1 },
  ])
})

test('a message is the same until it is settled, and what is counted meanwhile is the next one', () => {
  const { tally } = tallyAt()
  expect(tally.next()).toBeUndefined()
  tally.add('/a')
  const first = tally.next()
  tally.add('/b')
  expect(tally.next()).toBe(first)
  tally.settle()
  const second = tally.next()
  expect(second?.counts).toMatchObject([{ name: '/b' }])
  expect(second?.id).not.toBe(first?.id)
  tally.settle()
  expect(tally.next()).toBeUndefined()
})

test('made up hosts take no room of pages, nor pages theirs', () => {
  const { maxPages, maxHosts } = LIMITS.counts
  const { tally } = tallyAt()
  for (let index = 0; index < maxPages + 10; index += 1) tally.add(`/projects/p${index}`)
  for (let index = 0; index < maxHosts + 10; index += 1) tally.add('/', `host-${index}.example`)
  tally.add('/projects/p0', 'host-0.example')
  const message = tally.next()
  const ofKind = (kind: string) => message?.counts.filter((count) => count.kind === kind) ?? []
  expect(ofKind('page')).toHaveLength(maxPages)
  expect(ofKind('referrer')).toHaveLength(maxHosts)
  expect([ofKind('page')[0]?.views, ofKind('referrer')[0]?.views]).toEqual([2, 2])
})

test('what could not be sent for days is let go, on its way or not', () => {
  const { clock, tally } = tallyAt()
  tally.add('/a')
  tally.next()
  tally.add('/b')
  clock.now += LIMITS.counts.keptMs + 1
  tally.add('/c')
  expect(tally.next()?.counts).toMatchObject([{ name: '/c' }])
})
