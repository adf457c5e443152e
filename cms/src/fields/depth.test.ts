import { expect, test } from '@jest/globals'
import { isDeeperThan } from './depth.ts'

const nested = (levels: number) => {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { value }
  return value
}

test('levels of objects and lists are counted, however many there are', () => {
  expect(isDeeperThan('x', 0)).toBe(false)
  expect(isDeeperThan(nested(5), 5)).toBe(false)
  expect(isDeeperThan(nested(6), 5)).toBe(true)
  expect(isDeeperThan(nested(1_000_000), 100)).toBe(true)
  expect(isDeeperThan(null, 1)).toBe(false)
})

test('what is wide is not deep', () => {
  expect(isDeeperThan(Array(200_000).fill([1]), 5)).toBe(false)
})
