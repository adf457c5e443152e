import { beforeEach, describe, expect, test } from '@jest/globals'
import { type Announcer, createAnnouncer } from './announcer.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { queuedPhase, RUNNING } from './phase.ts'

let clock: FakeClock
let told: string[]
let announcer: Announcer

beforeEach(() => {
  clock = createFakeClock()
  told = []
  announcer = createAnnouncer(
    ({ state, position }) => told.push(`${state} ${position ?? ''}`.trim()),
    10_000,
    clock,
  )
})

const move = (position: number) => announcer.show(queuedPhase({ position }))

describe('an announcer', () => {
  test('tells a place at once, and changes of it every ten seconds at most', () => {
    move(9)
    for (let position = 8; position > 2; position -= 1) {
      clock.pass(2000)
      move(position)
    }
    expect(told).toEqual(['queued 9', 'queued 5'])
    clock.pass(9000)
    expect(told).toEqual(['queued 9', 'queued 5', 'queued 3'])
    clock.pass(60_000)
    expect(told).toHaveLength(3)
  })

  test('lets nothing wait behind a place, and forgets one that is late', () => {
    move(2)
    move(1)
    announcer.show(RUNNING)
    announcer.show(RUNNING)
    clock.pass(60_000)
    expect(told).toEqual(['queued 2', 'running', 'running'])
  })

  test('leaves no timer behind', () => {
    move(2)
    move(1)
    announcer.dispose()
    expect(clock.pending()).toBe(0)
  })
})
