import { describe, expect, test } from '@jest/globals'
import { cleanCommand, cleanPaste } from './paste.ts'

describe('pasted text', () => {
  test('cannot end a bracketed paste', () => {
    expect(cleanPaste('a\x1b[201~rm -rf ~\r\n')).toBe('a[201~rm -rf ~\r\n')
  })

  test('keeps tabs, newlines and every language', () => {
    const text = 'größer\t日本語 🙂\nline\r\n'
    expect(cleanPaste(text)).toBe(text)
  })

  test('loses C0, DEL and C1', () => {
    expect(cleanPaste('a\x00b\x03c\x7fd\x9be')).toBe('abcde')
  })
})

describe('an inserted command', () => {
  test('is one line, so that it does not run by itself', () => {
    expect(cleanCommand('make\r\nmake test\n', 100)).toBe('make make test ')
  })

  test('is cut at its limit', () => {
    expect(cleanCommand('x'.repeat(10), 4)).toBe('xxxx')
  })
})
