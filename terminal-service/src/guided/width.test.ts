import { describe, expect, test } from '@jest/globals'
import { cellsOf as cellsInBrowser } from '@shellfolio/protocol'
import { cellsOf } from './width.ts'

describe('the width of a character', () => {
  test('is what the browser takes, for all that a line can hold', () => {
    const other: number[] = []
    let seen = 0
    for (let code = 0x20; code < 0x20000; code += 1) {
      const cells = cellsOf(String.fromCodePoint(code))
      if (cells === undefined) continue
      seen += 1
      if (cells !== cellsInBrowser(code)) other.push(code)
    }
    expect(other).toEqual([])
    expect(seen).toBeGreaterThan(0)
  })

  test.each(['\u0301', '\u200d', '\ufe0f', '\u1160'])('of a mark is nothing: %j', (char) => {
    expect(cellsOf(char)).toBe(0)
  })

  test.each(['\u0007', '\u0085', '\u202e', '\u2028', '\ufffd'])('is none for %j', (char) => {
    expect(cellsOf(char)).toBeUndefined()
  })
})
