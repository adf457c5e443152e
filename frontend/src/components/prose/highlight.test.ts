import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { highlight } from './highlight.ts'

const kindsOf = (code: string, language: string) =>
  highlight(code, language).flatMap(({ kind, text }) => (kind ? [[kind, text]] : []))

test('the pieces are the code again, whatever the code is', () => {
  const languages = fc.constantFrom('c', 'cpp', 'python', 'bash', 'make', 'json', 'text', null)
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), languages, (code, language) => {
      const tokens = highlight(code, language)
      expect(tokens.map(({ text }) => text).join('')).toBe(code)
    }),
  )
})

test('comments, strings, numbers and keywords are told apart', () => {
  expect(kindsOf('return "//"; // 42', 'c')).toEqual([
    ['keyword', 'return'],
    ['string', '"//"'],
    ['comment', '// 42'],
  ])
  expect(kindsOf('x = 0x1F # no', 'python')).toEqual([
    ['number', '0x1F'],
    ['comment', '# no'],
  ])
})

test('a hash inside a word of a shell is no comment', () => {
  expect(kindsOf('echo a#b', 'bash')).toEqual([])
})

test('an unknown language, an inherited name and very long code stay plain', () => {
  for (const language of ['brainfuck', 'constructor', '__proto__']) {
    expect(highlight('return 1', language)).toHaveLength(1)
  }
  expect(highlight('return 1;'.repeat(5000), 'c')).toHaveLength(1)
})
