import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { WARM_WORTH } from '../limits.ts'
import { type Load, rank } from './choose.ts'

const KEY = 'a'.repeat(64)
const load = (more: Partial<Load> = {}): Load => ({
  url: 'http://a',
  capacity: 10,
  draining: false,
  sandbox: 'cgroup-v2',
  workspaces: [],
  unplaced: 0,
  placed: 0,
  ...more,
})
const urls = (loads: Load[], key?: string) => rank(loads, key).map(({ url }) => url)

const anyLoads = fc.uniqueArray(
  fc.record({
    url: fc.constantFrom('http://a', 'http://b', 'http://c', 'http://d', 'http://e'),
    capacity: fc.integer({ min: 1, max: 6 }),
    draining: fc.boolean(),
    sandbox: fc.constantFrom('cgroup-v2', undefined),
    workspaces: fc.constantFrom<string[]>([], [KEY]),
    unplaced: fc.integer({ min: 0, max: 7 }),
    placed: fc.integer({ min: 0, max: 7 }),
  }),
  { selector: ({ url }) => url },
)

describe('a new session', () => {
  test('goes to the least loaded service, in parts of its capacity', () => {
    const large = load({ url: 'http://large', capacity: 20, placed: 8 })
    const small = load({ url: 'http://small', capacity: 5, placed: 3 })
    expect(urls([small, large])).toEqual(['http://large', 'http://small'])
  })

  test('prefers one that holds its project, unless that is much more loaded', () => {
    const warm = (placed: number) => load({ url: 'http://warm', placed, workspaces: [KEY] })
    const cold = load({ url: 'http://cold', placed: 1 })
    const limit = 1 + 10 * WARM_WORTH
    expect(urls([cold, warm(Math.floor(limit))], KEY)[0]).toBe('http://warm')
    expect(urls([cold, warm(Math.floor(limit) + 1)], KEY)[0]).toBe('http://cold')
    expect(urls([cold, warm(2)], 'b'.repeat(64))[0]).toBe('http://cold')
    expect(urls([cold, warm(2)])[0]).toBe('http://cold')
  })

  test('finds no room that sessions without a place have taken', () => {
    expect(rank([load({ capacity: 3, unplaced: 3 })])).toEqual([])
    expect(rank([load({ capacity: 3, unplaced: 2 })])).toEqual([{ url: 'http://a', room: 1 }])
  })

  test('never goes to one that drains, has no sandbox, or is full', () => {
    fc.assert(
      fc.property(anyLoads, fc.option(fc.constant(KEY), { nil: undefined }), (loads, key) => {
        for (const { url, room } of rank(loads, key)) {
          const chosen = loads.find((one) => one.url === url)
          expect(chosen).toMatchObject({ draining: false, sandbox: 'cgroup-v2' })
          expect(room).toBe(Number(chosen?.capacity) - Number(chosen?.unplaced))
          expect(chosen?.placed).toBeLessThan(room)
        }
      }),
    )
  })

  test('is refused only when every open service is full, and none ever holds more than it can', () => {
    fc.assert(
      fc.property(anyLoads, fc.integer({ min: 0, max: 40 }), (loads, launches) => {
        const before = new Map(loads.map(({ url, placed }) => [url, placed]))
        let refused = 0
        for (let index = 0; index < launches; index += 1) {
          const [best] = rank(loads, index % 2 ? KEY : undefined)
          const chosen = loads.find(({ url }) => url === best?.url)
          if (chosen) chosen.placed += 1
          else refused += 1
        }
        for (const { url, placed, capacity, unplaced } of loads) {
          const most = Math.max(before.get(url) ?? 0, capacity - unplaced)
          expect(placed).toBeLessThanOrEqual(most)
        }
        if (refused > 0) expect(rank(loads)).toEqual([])
      }),
    )
  })

  test('is chosen for alike by every replica, whatever order services are listed in', () => {
    fc.assert(
      fc.property(anyLoads, (loads) => {
        expect(rank([...loads].reverse(), KEY)).toEqual(rank(loads, KEY))
      }),
    )
  })
})
