import { expect, test } from '@jest/globals'
import { PUBLIC_API } from '../../limits.ts'
import { toldEntries } from './source.ts'

const entries = (count: number, path = 'a') =>
  Array.from({ length: count }, () => ({ path, kind: 'file' as const, bytes: 1, isShown: true }))

test('a tree is told up to its bounds, of entries and of what their paths take', () => {
  const { maxEntries, maxCharacters } = PUBLIC_API.tree
  expect(toldEntries(entries(3))).toHaveLength(3)
  expect(toldEntries(entries(maxEntries + 1))).toHaveLength(maxEntries)
  expect(toldEntries(entries(2000, 'x'.repeat(1000)))).toHaveLength(maxCharacters / 1000)
})
