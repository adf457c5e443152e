import { describe, expect, it } from '@jest/globals'
import { Emulator } from './emulator.ts'

const slow = () => {
  const clock = { ms: 0 }
  const parsed: number[] = []
  const emulator = new Emulator({
    bytesPerMs: 100,
    onParsed: (total) => parsed.push(total),
    now: () => clock.ms,
  })
  return { clock, parsed, emulator }
}

describe('a virtual emulator', () => {
  it('parses at its rate and says how far behind it is', () => {
    const { clock, emulator } = slow()
    emulator.accept(1000)
    expect(emulator.backlogMs).toBe(10)
    clock.ms = 4
    expect(emulator.backlogBytes).toBe(600)
    clock.ms = 50
    expect(emulator.backlogBytes).toBe(0)
    emulator.dispose()
  })

  it('saves no time up while nothing waits', () => {
    const { clock, emulator } = slow()
    clock.ms = 1000
    emulator.accept(500)
    expect(emulator.backlogBytes).toBe(500)
    emulator.dispose()
  })

  it('tells in order when bytes are parsed, and not before', () => {
    const { clock, emulator, parsed } = slow()
    const done: string[] = []
    emulator.accept(100, () => done.push('first'))
    emulator.accept(100, () => done.push('second'))
    clock.ms = 1
    emulator.tick()
    expect(done).toEqual(['first'])
    clock.ms = 2
    emulator.tick()
    expect(done).toEqual(['first', 'second'])
    expect(parsed).toEqual([100, 200])
    emulator.dispose()
  })

  it('of no rate never parses, of an infinite one always has', () => {
    const stalled = new Emulator({ bytesPerMs: 0, now: () => 1e6 })
    stalled.accept(10)
    expect(stalled.backlogBytes).toBe(10)
    const done: number[] = []
    const instant = new Emulator({ bytesPerMs: Number.POSITIVE_INFINITY })
    instant.accept(10, () => done.push(10))
    expect(done).toEqual([10])
    expect(instant.backlogMs).toBe(0)
    instant.dispose()
  })
})
