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

describe('keys', () => {
  test('leave the terminal by Shift+Tab, always', () => {
    expect(createKeyJudge()(key('Tab', { shiftKey: true }), false)).toBe('leave')
  })

  test('leave it by Tab right after Esc, and only then', () => {
    const judge = createKeyJudge()
    expect(judge(key('Tab'), false)).toBe('shell')
    expect(judge(key('Escape'), false)).toBe('shell')
    expect(judge(key('Tab'), false)).toBe('leave')
    expect(judge(key('Tab'), false)).toBe('shell')
    judge(key('Escape'), false)
    judge(key('x'), false)
    expect(judge(key('Tab'), false)).toBe('shell')
  })

  test('copy a selection, and interrupt without one', () => {
    const judge = createKeyJudge()
    expect(judge(key('c', { ctrlKey: true }), false)).toBe('shell')
    expect(judge(key('c', { ctrlKey: true }), true)).toBe('copy')
    expect(judge(key('C', { ctrlKey: true, shiftKey: true }), false)).toBe('copy')
  })

  test('count when they go down only', () => {
    const judge = createKeyJudge()
    judge(key('Escape'), false)
    expect(judge(key('Escape', { type: 'keyup' }), false)).toBe('shell')
    expect(judge(key('Tab'), false)).toBe('leave')
  })
})
