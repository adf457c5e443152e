import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hasHighlighter, highlight, languageOf, setHighlighter } from './highlight.ts'
import { TOKEN_KINDS } from './kinds.ts'
import { prepareHighlighting } from './load.ts'

beforeAll(prepareHighlighting)
afterAll(() => setHighlighter(undefined))

const textOf = (code: string, language: string | null) =>
  highlight(code, language)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n')

const kindsOf = (code: string, language: string) =>
  highlight(code, language).flatMap((line) =>
    line.flatMap(({ kind, text }) => (kind ? [[kind, text.trim()]] : [])),
  )

const LANGUAGES = ['c', 'cpp', 'make', 'bash', 'python', 'javascript', 'typescript', 'json']

test('the pieces are the code again, whatever the code is', () => {
  const characters = fc.constantFrom(...'ab1 \t\n"\'`#/*<>{}()$\\=é最', '"""', '//', '/*')
  const code = fc.oneof(fc.string({ maxLength: 120 }), fc.string({ unit: characters }))
  fc.assert(
    fc.property(code, fc.constantFrom(...LANGUAGES, 'text', null), (text, language) => {
      const clean = text.replaceAll('\r', '')
      expect(textOf(clean, language)).toBe(clean)
    }),
    { numRuns: 200 },
  )
})

test.each([
  [
    'c',
    'return "//"; // 42',
    [
      ['keyword', 'return'],
      ['string', '"//"'],
      ['comment', '// 42'],
    ],
  ],
  [
    'c',
    'uint8_t x = 0x1F',
    [
      ['type', 'uint8_t'],
      ['number', '0x1F'],
    ],
  ],
  [
    'cpp',
    'return new Foo(1)',
    [
      ['keyword', 'return'],
      ['keyword', 'new'],
      ['number', '1'],
    ],
  ],
  [
    'python',
    'if x: None # no',
    [
      ['keyword', 'if'],
      ['number', 'None'],
      ['comment', '# no'],
    ],
  ],
  ['bash', 'echo a#b "c"', [['string', '"c"']]],
  ['make', '# all', [['comment', '# all']]],
  [
    'javascript',
    'const a = `b`',
    [
      ['keyword', 'const'],
      ['string', '`b`'],
    ],
  ],
  [
    'typescript',
    'type A = string',
    [
      ['keyword', 'type'],
      ['type', 'A'],
      ['type', 'string'],
    ],
  ],
  [
    'json',
    '[1, "a"]',
    [
      ['number', '1'],
      ['string', '"a"'],
    ],
  ],
])('%s: %s', (language, code, kinds) => {
  expect(kindsOf(code, language)).toEqual(kinds)
})

test('what belongs together over lines stays together', () => {
  expect(kindsOf('/* a\n   b */ int c;', 'c').slice(0, 2)).toEqual([
    ['comment', '/* a'],
    ['comment', 'b */'],
  ])
})

test('an unknown language, an inherited name, long code and long lines stay plain', () => {
  for (const language of ['brainfuck', 'constructor', '__proto__', '', null]) {
    expect(kindsOf('return 1', language ?? '')).toEqual([])
  }
  expect(kindsOf('return 1;\n'.repeat(5000), 'c')).toEqual([])
  expect(kindsOf(`return ${'1'.repeat(2000)};`, 'c')).toEqual([])
})

test('people write the names of languages in their own ways', () => {
  expect(['sh', 'C++', 'py', 'TS', 'Makefile', 'h'].map(languageOf)).toEqual([
    'bash',
    'cpp',
    'python',
    'typescript',
    'make',
    'c',
  ])
})

test('without a loaded highlighter code is plain, line by line', () => {
  setHighlighter(undefined)
  expect(highlight('int a;\n\nint b;', 'c')).toEqual([
    [{ kind: null, text: 'int a;' }],
    [],
    [{ kind: null, text: 'int b;' }],
  ])
})

test('it is loaded once, however often it is asked for', async () => {
  await Promise.all([prepareHighlighting(), prepareHighlighting()])
  expect(hasHighlighter()).toBe(true)
})

const STYLES = join(import.meta.dirname, '../styles/tokens.css')

/** Relative luminance and contrast as WCAG defines them. */
const luminance = (hex: string) => {
  const full = hex.length === 4 ? hex.replaceAll(/[\da-f]/gi, '$&$&') : hex
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

test.each(['light', 'dark'])('every colour of code can be read in the %s theme', (theme) => {
  const css = readFileSync(STYLES, 'utf8')
  const colour = (name: string) => {
    const [, light, dark] =
      new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? []
    const found = theme === 'light' ? light : dark
    if (!found) throw new Error(`There is no --${name}.`)
    return found
  }
  const texts = [...TOKEN_KINDS.map((kind) => `code-${kind}`), 'ink', 'quiet']
  const pairs = texts.flatMap((text) =>
    ['surface', 'code-marked'].map((ground): [string, number] => [
      `${text} on ${ground}`,
      contrast(colour(text), colour(ground)),
    ]),
  )
  expect(pairs.filter(([, ratio]) => ratio < 4.5)).toEqual([])
})
