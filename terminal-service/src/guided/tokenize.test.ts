import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { tokenize } from './tokenize.ts'

const single = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`
const double = (word: string) => `"${word.replace(/[$`"\\]/g, '\\$&')}"`
const bare = (word: string) => (word === '' ? "''" : word.replace(/[^A-Za-z0-9]/gu, '\\$&'))

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes.
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/g
const words = fc.array(
  fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'a \t\'"\\$`|&;<>()*?[]~{}#!=') }),
    )
    .map((word) => word.replace(CONTROL, '')),
)

describe('a line', () => {
  test.each([
    ['./dinner 5  800\t200 ', ['./dinner', '5', '800', '200']],
    ['', []],
    ['  \t ', []],
    [`echo 'a b'"c d"e`, ['echo', 'a bc de']],
    [`x '' ""`, ['x', '', '']],
    [String.raw`x a\ b \\ \'`, ['x', 'a b', '\\', "'"]],
    [String.raw`x "a\b \" \$ \\"`, ['x', 'a\\b " $ \\']],
    [`x '$HOME | *'`, ['x', '$HOME | *']],
    ['A=1 x --a=b %1 a!b ^', ['A=1', 'x', '--a=b', '%1', 'a!b', '^']],
    ['größe 数 👩‍👩‍👧', ['größe', '数', '👩‍👩‍👧']],
  ])('%j is the words %j', (line, argv) => {
    expect(tokenize(line)).toEqual({ ok: true, argv })
  })

  test.each([...'|&;<>()$`*?[]~{}#'])(
    'with a bare %s is refused in words, wherever it stands',
    (char) => {
      for (const line of [`x ${char}`, `x a${char}b`, char]) {
        expect(tokenize(line)).toEqual({
          ok: false,
          problem: expect.stringMatching(/do not work here/),
        })
      }
      expect(tokenize(`x '${char}'`)).toEqual({ ok: true, argv: ['x', char] })
      expect(tokenize(`x \\${char}`)).toEqual({ ok: true, argv: ['x', char] })
    },
  )

  test.each(['$', '`'])('with %s between double quotes is refused, too', (char) => {
    expect(tokenize(`x "a${char}(b)"`).ok).toBe(false)
  })

  test.each(["x 'a", 'x "a', 'x "a\\"', 'x \\'])('%j is not complete', (line) => {
    expect(tokenize(line)).toEqual({
      ok: false,
      problem: expect.stringMatching(/not closed|follows/),
    })
  })

  test.each(['a\nb', "'a\nb'", 'a\r', 'a\0', '\u001b[A'])('%j holds control characters', (line) => {
    expect(tokenize(line)).toEqual({ ok: false, problem: expect.stringContaining('control') })
  })

  test.each([
    ['single quotes', single],
    ['double quotes', double],
    ['backslashes', bare],
  ])('of words in %s gives these words back', (_, quote) => {
    const holds = (argv: string[]) =>
      expect(tokenize(argv.map(quote).join(' '))).toEqual({ ok: true, argv })
    fc.assert(fc.property(words, holds))
  })

  test('of any text is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        const tokens = tokenize(line)
        expect(tokens.ok || tokens.problem.length > 5).toBe(true)
      }),
    )
  })
})
