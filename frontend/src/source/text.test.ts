import { expect, test } from '@jest/globals'
import { LIMITS } from '../limits.ts'
import { TURNED } from '../testing/source-content.ts'
import { languageOfFile, shownText, visible } from './text.ts'

const { maxFileLines, maxFileCharacters } = LIMITS.source

test('a usual text is shown as it is', () => {
  expect(shownText('\ufeffa\r\n\tb — é 👩‍👩‍👧\n\n')).toEqual({
    text: 'a\n\tb — é 👩‍👩‍👧\n',
    lines: 3,
    shownLines: 3,
    isCut: false,
    isSpelledOut: false,
  })
})

test('signs that turn the text around or cannot be seen are written out', () => {
  const { text, isSpelledOut } = shownText(TURNED)
  expect(text).toBe('if (isOwner) { /* U+202E } U+2066 only owners */')
  expect(isSpelledOut).toBe(true)
  expect(visible('a\u200bb\u0085\u001b[31m')).toBe('aU+200BbU+0085U+001B[31m')
})

test('of many lines the first are shown, whole', () => {
  const whole = 'ab\n'.repeat(maxFileLines + 5)
  expect(shownText(whole)).toMatchObject({
    lines: maxFileLines + 5,
    shownLines: maxFileLines,
    isCut: true,
  })
  const wide = `${'x'.repeat(maxFileCharacters - 10)}\nshort\n${'y'.repeat(20)}\nz\n`
  expect(shownText(wide)).toMatchObject({ lines: 4, shownLines: 2, isCut: true })
})

test('of one line without end the beginning is shown', () => {
  const { text, lines, shownLines, isCut } = shownText('x'.repeat(maxFileCharacters + 1))
  expect([text.length, lines, shownLines, isCut]).toEqual([maxFileCharacters, 1, 1, true])
})

test.each([
  ['main.c', 'c'],
  ['A.HPP', 'cpp'],
  ['Makefile', 'make'],
  ['run.sh', 'bash'],
  ['a.mjs', 'javascript'],
  ['a.d.ts', 'typescript'],
  ['package.json', 'json'],
  ['x.py', 'python'],
  ['notes.txt', null],
  ['c', null],
])('%s is written in %s', (name, language) => expect(languageOfFile(name)).toBe(language))
