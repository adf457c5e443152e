import { beforeEach, describe, expect, test } from '@jest/globals'
import { createFakeClock, type FakeClock } from '../client/fake-clock.ts'
import { MAX_COUNTED_PAGES, MOMENTS_EVERY_MS } from '../limits.ts'
import { type Counted, createMoments, type Moments } from './moments.ts'

let clock: FakeClock
let written: Counted[][]
let errors: string[]
let isAway: boolean
let moments: Moments

beforeEach(() => {
  clock = createFakeClock()
  written = []
  errors = []
  isAway = false
  moments = createMoments({
    clock,
    log: { error: ({ msg }) => errors.push(msg), info: () => undefined },
    write: async (counted) => {
      if (isAway) throw new Error('The database is away.')
      written.push([...counted])
      return counted.filter(
        ({ wanted }) => 'project' in wanted && wanted.project === 'philosophers',
      )
    },
  })
})

const project = { project: 'philosophers' }
const pass = async (ms: number) => {
  clock.pass(ms)
  await new Promise((resolve) => setImmediate(resolve))
}

describe('moments', () => {
  test('are written together, once, and no timer runs while there are none', async () => {
    moments.note(project, 'seen')
    moments.note(project, 'seen')
    moments.note(project, 'step')
    moments.note({ demo: 'demo-1' }, 'seen')
    await pass(MOMENTS_EVERY_MS)
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/)
    expect(written).toEqual([
      [
        { wanted: project, day, seen: 2, steps: 1 },
        { wanted: { demo: 'demo-1' }, day, seen: 1, steps: 0 },
      ],
    ])
    expect(clock.pending()).toBe(0)
    await pass(10 * MOMENTS_EVERY_MS)
    expect(written).toHaveLength(1)
  })

  test('wait for a database that is away, which is said once', async () => {
    isAway = true
    moments.note(project, 'seen')
    await pass(MOMENTS_EVERY_MS)
    moments.note(project, 'seen')
    await pass(MOMENTS_EVERY_MS)
    isAway = false
    await pass(MOMENTS_EVERY_MS)
    expect(written.flat().map(({ seen }) => seen)).toEqual([2])
    expect(errors).toEqual(['What visitors saw cannot be counted.'])
  })

  test('of more names than anybody has are dropped, not piled up', async () => {
    for (let index = 0; index < 2 * MAX_COUNTED_PAGES; index += 1) {
      moments.note({ project: `made-up-${index}` }, 'seen')
    }
    await pass(MOMENTS_EVERY_MS)
    expect(written.flat()).toHaveLength(MAX_COUNTED_PAGES)
  })

  test('of a terminal that is there are counted however many names are made up', async () => {
    const makeUp = () => {
      for (let index = 0; index < 2 * MAX_COUNTED_PAGES; index += 1) {
        moments.note({ project: `made-up-${index}` }, 'seen')
      }
    }
    moments.note(project, 'seen')
    await pass(MOMENTS_EVERY_MS)
    for (const turn of [1, 2]) {
      makeUp()
      moments.note(project, 'step')
      await pass(MOMENTS_EVERY_MS)
      expect(written[turn]).toHaveLength(MAX_COUNTED_PAGES + 1)
      expect(written[turn]).toContainEqual(expect.objectContaining({ wanted: project, steps: 1 }))
    }
  })

  test('are written at the close, after which nothing is counted and no timer is left', async () => {
    moments.note(project, 'seen')
    await moments.close()
    expect([written.flat().length, clock.pending()]).toEqual([1, 0])
    moments.note(project, 'seen')
    await moments.close()
    expect([written.flat().length, clock.pending()]).toEqual([1, 0])
  })
})
