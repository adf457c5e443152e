import { expect, test } from '@jest/globals'
import { createLru } from './lru.ts'

const lru = (more = {}) =>
  createLru<string>({ maxBytes: 100, maxEntryBytes: 60, maxEntries: 10, ...more })

test('what was used longest ago is forgotten when room is needed', () => {
  const kept = lru()
  kept.set('a', 'A', 40)
  kept.set('b', 'B', 40)
  kept.get('a')
  kept.set('c', 'C', 40)
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['A', undefined, 'C'])
})

test('it never weighs more than it may, whatever is set how often', () => {
  const kept = lru()
  for (let index = 0; index < 1000; index += 1) {
    kept.set(`key ${index % 7}`, 'x', index % 70)
    expect(kept.bytes()).toBeLessThanOrEqual(100)
  }
  kept.clear()
  expect(kept.bytes()).toBe(0)
})

test('what is too heavy is not kept, and takes the place of nothing but its older self', () => {
  const kept = lru()
  kept.set('a', 'A', 10)
  kept.set('b', 'B', 10)
  kept.set('b', 'huge', 61)
  expect([kept.get('a'), kept.get('b')]).toEqual(['A', undefined])
})

test('what is dropped makes room', () => {
  const kept = lru({ maxEntryBytes: undefined })
  kept.set('a', 'A', 98)
  kept.drop('a')
  expect([kept.get('a'), kept.bytes()]).toEqual([undefined, 0])
  kept.set('b', 'B', 98)
  expect(kept.get('b')).toBe('B')
})

test('there are never more entries than there may be', () => {
  const kept = lru({ maxEntries: 2 })
  for (const key of ['a', 'b', 'c']) kept.set(key, key, 0)
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, 'b', 'c'])
})
