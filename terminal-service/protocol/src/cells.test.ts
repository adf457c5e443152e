import { describe, expect, test } from '@jest/globals'
import unicode11 from '@xterm/addon-unicode11'
import type { IUnicodeVersionProvider } from '@xterm/xterm'
import { cellsOf } from './cells.ts'

const table = (): IUnicodeVersionProvider => {
  let provider: IUnicodeVersionProvider | undefined
  const register = (given: IUnicodeVersionProvider) => {
    provider = given
  }
  new unicode11.Unicode11Addon().activate({ unicode: { register } } as never)
  return provider as IUnicodeVersionProvider
}

/** Where the two may differ: characters younger than Unicode 11, and unassigned ones between wide ones. */
const isYoung = (code: number): boolean => {
  const char = String.fromCodePoint(code)
  if (/^[\p{Cn}\p{Mn}\p{Me}\p{Cf}]$/u.test(char)) return true
  return (
    [0x1734, 0x1171e, 0x1f93b, 0x1f946].includes(code) ||
    (code >= 0x2ffc && code <= 0x2fff) ||
    (code >= 0x31bb && code <= 0x31ef) ||
    (code >= 0x16fe0 && code <= 0x16fe4) ||
    (code >= 0x187f8 && code <= 0x187ff) ||
    (code >= 0x1f6d6 && code <= 0x1fa8f && /^\p{Emoji_Presentation}$/u.test(char))
  )
}

describe('the width of a character', () => {
  test('is that of xterm’s own table of Unicode 11, but for what is younger', () => {
    const theirs = table()
    const different: string[] = []
    for (let code = 0; code < 0x110000; code += 1) {
      const isSurrogate = code >= 0xd800 && code < 0xe000
      if (isSurrogate || theirs.wcwidth(code) === cellsOf(code) || isYoung(code)) continue
      different.push(code.toString(16))
    }
    expect(different).toEqual([])
  })

  test.each([
    ['a', 1],
    ['é', 1],
    ['─', 1],
    ['⣿', 1],
    ['\u0301', 0],
    ['\u200d', 0],
    ['漢', 2],
    ['한', 2],
    ['ｱ', 1],
    ['Ａ', 2],
    ['🙂', 2],
    ['🚀', 2],
    ['⌚', 2],
    ['❤', 1],
  ])('of %j is %i', (char, cells) => {
    expect(cellsOf(char.codePointAt(0) ?? 0)).toBe(cells)
    expect(cellsOf(char.codePointAt(0) ?? 0)).toBe(cells)
  })
})
