import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cast, CastEvent } from '../../recordings/asciicast.ts'
import { createFakeClock, type FakeClock } from '../fake-clock.ts'
import { PLAYER_TICK_MS } from '../limits.ts'
import { CastPlayer, type PlayerState } from './cast-player.ts'

const EVENTS: CastEvent[] = [
  { atMs: 0, is: 'output', text: 'a' },
  { atMs: 1000, is: 'output', text: 'b' },
  { atMs: 1000, is: 'marker', text: 'not shown' },
  { atMs: 2000, is: 'size', cols: 100, rows: 30 },
  { atMs: 2000, is: 'output', text: 'c' },
  { atMs: 5000, is: 'output', text: 'd' },
]

let clock: FakeClock
/** What is on the screen; a change of size as `[cols]`. */
let shown: string
let writes: number
let told: PlayerState[]

const start = (events: CastEvent[] = EVENTS) => {
  shown = ''
  writes = 0
  told = []
  const cast: Cast = { cols: 80, rows: 24, events }
  return new CastPlayer({
    cast,
    clock,
    onChange: (state) => told.push(state),
    screen: {
      write: (text) => {
        shown += text
        writes += 1
      },
      resize: ({ cols }) => {
        shown += `[${cols}]`
      },
      reset: ({ cols }) => {
        shown = `[${cols}]`
      },
    },
  })
}

beforeEach(() => {
  clock = createFakeClock()
})

describe('a player', () => {
  test('stands still at the start, and does not begin by itself', () => {
    const player = start()
    expect(clock.pending()).toBe(0)
    clock.pass(60_000)
    expect([shown, player.state]).toEqual([
      '[80]a',
      { isPlaying: false, positionMs: 0, durationMs: 5000, speed: 1 },
    ])
  })

  test('shows everything when it is due, stops at the end, and holds no timer then', () => {
    const player = start()
    player.play()
    clock.pass(999)
    expect(shown).toBe('[80]a')
    clock.pass(1)
    expect(shown).toBe('[80]ab')
    clock.pass(1000)
    expect(shown).toBe('[80]ab[100]c')
    clock.pass(3000)
    expect(shown).toBe('[80]ab[100]cd')
    expect(player.state).toMatchObject({ isPlaying: false, positionMs: 5000 })
    expect(clock.pending()).toBe(0)
  })

  test('tells where it is while nothing happens', () => {
    start().play()
    const before = told.length
    clock.pass(1000)
    expect(told.length - before).toBeGreaterThanOrEqual(1000 / PLAYER_TICK_MS)
    expect(told.at(-1)?.positionMs).toBeGreaterThanOrEqual(1000 - PLAYER_TICK_MS)
  })

  test('pauses, and goes on where it was', () => {
    const player = start()
    player.play()
    clock.pass(700)
    player.pause()
    expect(clock.pending()).toBe(0)
    clock.pass(60_000)
    expect([shown, player.state.positionMs]).toEqual(['[80]a', 700])
    player.play()
    clock.pass(300)
    expect(shown).toBe('[80]ab')
  })

  test('begins anew when it is played at its end', () => {
    const player = start()
    player.seek(5000)
    player.play()
    expect([shown, player.state]).toMatchObject(['[80]a', { isPlaying: true, positionMs: 0 }])
  })

  test('plays at another speed from the moment it is set, within bounds', () => {
    const player = start()
    player.play()
    clock.pass(500)
    player.setSpeed(2)
    clock.pass(250)
    expect([shown, player.state.positionMs]).toEqual(['[80]ab', 1000])
    player.setSpeed(1000)
    expect(player.state.speed).toBe(8)
    player.setSpeed(0)
    expect(player.state.speed).toBe(0.25)
  })

  test('shows a moment that is sought, forwards and back, and keeps playing if it did', () => {
    const player = start()
    player.seek(2500)
    expect([shown, player.state.isPlaying]).toEqual(['[80]ab[100]c', false])
    player.seek(1500)
    expect(shown).toBe('[80]ab')
    player.play()
    player.seek(4900)
    expect(player.state.isPlaying).toBe(true)
    clock.pass(100)
    expect(shown).toBe('[80]ab[100]cd')
  })

  test('takes a moment outside for the nearest inside, and nonsense for the start', () => {
    const player = start()
    player.seek(1e9)
    expect([shown, player.state.positionMs]).toEqual(['[80]ab[100]cd', 5000])
    player.seek(Number.NaN)
    expect([shown, player.state.positionMs]).toEqual(['[80]a', 0])
    player.seek(-5)
    expect(player.state.positionMs).toBe(0)
  })

  test('hands over what is due together in one piece', () => {
    const many = Array.from({ length: 1000 }, (_, atMs): CastEvent => {
      return { atMs, is: 'output', text: 'x' }
    })
    const player = start(many)
    const before = writes
    player.seek(999)
    expect([shown.length, writes - before]).toEqual([1004, 1])
  })

  test('plays a recording in which nothing happens', () => {
    const player = start([])
    player.play()
    expect([player.state.isPlaying, clock.pending()]).toEqual([false, 0])
  })

  test('holds no timer and does nothing once it is disposed of', () => {
    const player = start()
    player.play()
    player.dispose()
    expect(clock.pending()).toBe(0)
    clock.pass(10_000)
    expect(shown).toBe('[80]a')
  })

  test('shows at a moment what belongs there, however it came there', () => {
    const act = fc.oneof(
      fc.record({ do: fc.constantFrom('play' as const, 'pause' as const) }),
      fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 3000 }) }),
      fc.record({ do: fc.constant('seek' as const), ms: fc.integer({ min: -100, max: 6000 }) }),
      fc.record({ do: fc.constant('speed' as const), speed: fc.constantFrom(0.5, 1, 4) }),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        clock = createFakeClock()
        const player = start()
        for (const what of acts) {
          if (what.do === 'play') player.play()
          if (what.do === 'pause') player.pause()
          if (what.do === 'pass') clock.pass(what.ms)
          if (what.do === 'seek') player.seek(what.ms)
          if (what.do === 'speed') player.setSpeed(what.speed)
        }
        player.pause()
        const { positionMs } = player.state
        const seen = shown
        expect(clock.pending()).toBe(0)
        start().seek(positionMs)
        expect(seen).toBe(shown)
      }),
    )
  })
})
