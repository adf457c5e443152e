// Against the table that the browser's terminal really uses.
import { describe, expect, test } from '@jest/globals'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import { cellsOf } from './width.ts'

type Provider = { wcwidth: (code: number) => number }
const providers: Provider[] = []
new Unicode11Addon().activate({
  unicode: { register: (provider: Provider) => providers.push(provider) },
} as never)

describe('the width of a character', () => {
  test.each([...'aZ~ä€Ωж数字가ｱＡ、😀🎉⌚→█🇨ꥠ䷀𗀀'])('of %s is what the browser takes', (char) => {
    expect(cellsOf(char)).toBe(providers[0]?.wcwidth(char.codePointAt(0) ?? 0))
  })

  test.each(['\u0301', '\u200d', '\ufe0f', '\u1160'])('of a mark is nothing: %j', (char) => {
    expect(cellsOf(char)).toBe(0)
    expect(providers[0]?.wcwidth(char.codePointAt(0) ?? 0)).toBe(0)
  })

  test('differs from the browser’s only for rare marks and symbols', () => {
    let differing = 0
    for (let code = 0x20; code < 0x20000; code += 1) {
      const cells = cellsOf(String.fromCodePoint(code))
      if (cells !== undefined && cells !== providers[0]?.wcwidth(code)) differing += 1
    }
    expect(differing).toBeLessThan(400)
  })

  test.each(['\u0007', '\u0085', '\u202e', '\u2028', '\ufffd'])('is none for %j', (char) => {
    expect(cellsOf(char)).toBeUndefined()
  })
})
