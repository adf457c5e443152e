import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isMarked, markedRanges } from './marked-lines.ts'

test.each([
  [
    '3-5,9',
    [
      [3, 5],
      [9, 9],
    ],
  ],
  [
    ' 9 , 3-5',
    [
      [3, 5],
      [9, 9],
    ],
  ],
  ['0-2', [[1, 2]]],
  ['8-400', [[8, 10]]],
  ['11,5-3,x,-1,1-', []],
  ['', []],
  [null, []],
])('%j of ten lines', (text, ranges) => {
  expect(markedRanges(text, 10).map(({ first, last }) => [first, last])).toEqual(ranges)
})

test('a line is marked when a range holds it', () => {
  const ranges = markedRanges('3-5,9', 10)
  const marked = Array.from({ length: 10 }, (_, index) => index + 1).filter((line) =>
    isMarked(ranges, line),
  )
  expect(marked).toEqual([3, 4, 5, 9])
})

test('whatever is written, ranges lie within the listing', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(50), (text, lines) => {
      for (const { first, last } of markedRanges(text, lines)) {
        expect(first).toBeGreaterThanOrEqual(1)
        expect(first).toBeLessThanOrEqual(last)
        expect(last).toBeLessThanOrEqual(lines)
      }
    }),
  )
})
