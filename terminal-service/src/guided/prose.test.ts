import { describe, expect, test } from '@jest/globals'
import { wrap } from './prose.ts'

const lines = (text: string) => text.split('\r\n')

describe('A sentence in a guided terminal', () => {
  test('is broken between words, and goes on further in', () => {
    expect(lines(wrap('  one two three four five six', 22))).toEqual([
      '  one two three four',
      '    five six',
      '',
    ])
  })

  test('that fits stays as it is, to the last cell', () => {
    expect(wrap('exactly twenty-two, ye', 22)).toBe('exactly twenty-two, ye\r\n')
  })

  test('keeps a word whole that is wider than the screen', () => {
    const word = 'x'.repeat(40)
    expect(lines(wrap(`see ${word} there`, 20))).toEqual(['see', `  ${word}`, '  there', ''])
  })

  test('counts cells, not letters', () => {
    expect(lines(wrap('漢字漢字 漢字漢字 漢字', 20))).toEqual(['漢字漢字 漢字漢字', '  漢字', ''])
  })

  test('is left alone on a screen that has no room for words', () => {
    expect(wrap('one two three four', 10)).toBe('one two three four\r\n')
  })

  test('keeps the gap between a command and what it is for', () => {
    expect(wrap('  make test  (Its tests)', 60)).toBe('  make test  (Its tests)\r\n')
  })
})
