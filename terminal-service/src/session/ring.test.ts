import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Ring } from './ring.ts'

describe('a ring', () => {
  test('keeps the last bytes by their position and shows every other once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 30 }), (chunks) => {
        const evicted: Buffer[] = []
        const ring = new Ring(16, (bytes) => evicted.push(Buffer.from(bytes)))
        for (const chunk of chunks) ring.push(chunk)
        const all = Buffer.concat(chunks)
        expect(ring.end).toBe(all.byteLength)
        expect(Buffer.from(ring.slice(ring.start, ring.end))).toEqual(all.subarray(ring.start))
        expect(Buffer.concat(evicted)).toEqual(all.subarray(0, ring.start))
      }),
    )
  })

  test('grows to its capacity and loses nothing on the way', () => {
    const sizes = fc.array(fc.nat(40_000), { maxLength: 12 })
    fc.assert(
      fc.property(sizes, (list) => {
        const evicted: Buffer[] = []
        const ring = new Ring(65_536, (bytes) => evicted.push(Buffer.from(bytes)))
        const chunks = list.map((size, index) => Buffer.alloc(size, index + 1))
        for (const chunk of chunks) ring.push(chunk)
        const all = Buffer.concat(chunks)
        expect(Buffer.from(ring.slice(ring.start, ring.end)).equals(all.subarray(ring.start))).toBe(
          true,
        )
        expect(Buffer.concat(evicted).equals(all.subarray(0, ring.start))).toBe(true)
      }),
    )
  })

  test('has nothing outside of its bounds', () => {
    const ring = new Ring(4)
    ring.push(Buffer.from('abcdef'))
    expect(Buffer.from(ring.slice(3, 5)).toString()).toBe('de')
    expect(() => ring.slice(1, 3)).toThrow(RangeError)
    expect(() => ring.slice(3, 7)).toThrow(RangeError)
  })
})
