import { describe, expect, test } from '@jest/globals'
import { createKeyJudge, type Key } from './keys.ts'

const key = (name: string, more: Partial<Key> = {}): Key => ({
  type: 'keydown',
  key: name,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
})

const TYPING = { hasSelection: false, isReadOnly: false }
const SELECTED = { hasSelection: true, isReadOnly: false }

describe('keys', () => {
  test('leave the terminal by Shift+Tab, always', () => {
    expect(createKeyJudge()(key('Tab', { shiftKey: true }), TYPING)).toBe('leave')
  })

  test('leave it by Tab right after Esc, and only then', () => {
    const judge = createKeyJudge()
    expect(judge(key('Tab'), TYPING)).toBe('shell')
    expect(judge(key('Escape'), TYPING)).toBe('shell')
    expect(judge(key('Tab'), TYPING)).toBe('leave')
    expect(judge(key('Tab'), TYPING)).toBe('shell')
    judge(key('Escape'), TYPING)
    judge(key('x'), TYPING)
    expect(judge(key('Tab'), TYPING)).toBe('shell')
  })

  test('leave a screen that takes none by Tab alone', () => {
    const judge = createKeyJudge()
    expect(judge(key('Tab'), { hasSelection: false, isReadOnly: true })).toBe('leave')
  })

  test('copy a selection, and interrupt without one', () => {
    const judge = createKeyJudge()
    expect(judge(key('c', { ctrlKey: true }), TYPING)).toBe('shell')
    expect(judge(key('c', { ctrlKey: true }), SELECTED)).toBe('copy')
    expect(judge(key('C', { ctrlKey: true, shiftKey: true }), TYPING)).toBe('copy')
  })

  test('count when they go down only', () => {
    const judge = createKeyJudge()
    judge(key('Escape'), TYPING)
    expect(judge(key('Escape', { type: 'keyup' }), TYPING)).toBe('shell')
    expect(judge(key('Tab'), TYPING)).toBe('leave')
  })
})
