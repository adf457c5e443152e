import { describe, expect, test } from '@jest/globals'
import { hashSessionKey, isSessionKey, mintSessionKey } from './session-key.ts'

describe('the key to a session', () => {
  test('holds 32 random bytes and is remembered by a hash that does not hold it', () => {
    const key = mintSessionKey()
    expect(Buffer.from(key, 'base64url')).toHaveLength(32)
    expect(mintSessionKey()).not.toBe(key)
    expect(hashSessionKey(key)).not.toContain(key)
  })

  test('is right for its own hash only', () => {
    const key = mintSessionKey()
    expect(isSessionKey(key, hashSessionKey(key))).toBe(true)
    expect(isSessionKey(mintSessionKey(), hashSessionKey(key))).toBe(false)
    expect(isSessionKey(key, undefined)).toBe(false)
    expect(isSessionKey(key, '')).toBe(false)
    expect(isSessionKey('', hashSessionKey(key))).toBe(false)
  })
})
