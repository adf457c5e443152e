// Every code has one sentence, and nothing else has.
import { describe, expect, test } from '@jest/globals'
import { CLOSE, closeMessage, closeName } from './close-codes.ts'

describe('close codes', () => {
  test('are distinct, allowed in a close frame, and explained', () => {
    const codes = Object.values(CLOSE)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) {
      expect(code < 1004 || code === 1009 || code === 1012 || code >= 4000).toBe(true)
      expect(closeMessage(code)).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('of others mean a lost connection', () => {
    expect(closeName(1006)).toBeUndefined()
    expect(closeMessage(1006)).toBe('The connection was lost.')
  })
})
