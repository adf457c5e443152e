// Offsets wrap at 2³² and still compare.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { advance, distance } from './offsets.ts'

describe('offsets', () => {
  test('tell how far one is ahead of another, across the wrap', () => {
    const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 })
    fc.assert(
      fc.property(u32, fc.integer({ min: 0, max: 2 ** 31 - 1 }), (offset, bytes) => {
        expect(distance(offset, advance(offset, bytes))).toBe(bytes)
      }),
    )
    expect(advance(2 ** 32 - 1, 2)).toBe(1)
    expect(distance(5, 3)).toBe(-2)
  })
})
