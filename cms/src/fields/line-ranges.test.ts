import { describe, expect, test } from '@jest/globals'
import { checkLineRanges, parseLineRanges } from './line-ranges.ts'

test('single lines and ranges are read in the order in which they are written', () => {
  expect(parseLineRanges('3-5, 9,1')).toEqual([
    { first: 3, last: 5 },
    { first: 9, last: 9 },
    { first: 1, last: 1 },
  ])
})

test.each(['0', '5-3', '1-', '-2', '1,,2', 'a', '1;2', '1.5', '1e3', '9'.repeat(400)])(
  '“%s” names no lines',
  (text) => {
    expect(parseLineRanges(text)).toBeUndefined()
  },
)

describe('of a listing', () => {
  const code = 'one\ntwo\nthree\n'

  test.each([undefined, null, '', '1', '1-3', '2,3'])('%j is accepted', (text) => {
    expect(checkLineRanges(text, code)).toBe(true)
  })

  test('a line that is not there is named', () => {
    expect(checkLineRanges('2-4', code)).toBe('There is no line 4: the code has 3.')
    expect(checkLineRanges('1', undefined)).toBe('There is no line 1: the code has 0.')
  })

  test.each(['x', 7, {}, '3-1'])('%j is refused with an example', (text) => {
    expect(checkLineRanges(text, code)).toContain('3-5,9')
  })
})
