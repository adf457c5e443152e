// Settings with a form of their own.
import { describe, expect, test } from '@jest/globals'
import { readEnv } from './env.ts'

const read = (TERMINAL_ARCHIVE_ORIGIN: string) =>
  readEnv({
    TERMINAL_GRANT_KEY: 'k'.repeat(32),
    TERMINAL_STATE_DIR: '/tmp/state',
    TERMINAL_ARCHIVE_ORIGIN,
  }).TERMINAL_ARCHIVE_ORIGIN

describe('the origins of archives', () => {
  test('are one or several, without their paths', () => {
    expect(read('http://cms:3001')).toEqual(['http://cms:3001'])
    expect(read('http://cms:3001/api, https://bucket.s3.example.com/')).toEqual([
      'http://cms:3001',
      'https://bucket.s3.example.com',
    ])
  })

  test.each(['', ',', 'http://cms:3001,', 'cms:3001', 'file:///x', 'http://a b'])(
    'are refused when one is none: %j',
    (text) => {
      expect(() => read(text)).toThrow('TERMINAL_ARCHIVE_ORIGIN')
    },
  )
})
