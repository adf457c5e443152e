// Settings with a form of their own.
import { hostname } from 'node:os'
import { describe, expect, test } from '@jest/globals'
import { readEnv } from './env.ts'

const readWith = (more: Record<string, string>) =>
  readEnv({
    TERMINAL_GRANT_KEY: 'k'.repeat(32),
    TERMINAL_STATE_DIR: '/tmp/state',
    TERMINAL_ARCHIVE_ORIGIN: 'http://cms:3001',
    ...more,
  })
const read = (TERMINAL_ARCHIVE_ORIGIN: string) =>
  readWith({ TERMINAL_ARCHIVE_ORIGIN }).TERMINAL_ARCHIVE_ORIGIN

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

describe('the address under which the service is announced', () => {
  test('is this host’s name and port unless another is given', () => {
    const port = { TERMINAL_PORT: '3010' }
    expect(readWith(port).TERMINAL_ADVERTISED_URL).toBe(`http://${hostname().toLowerCase()}:3010`)
    const given = { ...port, TERMINAL_ADVERTISED_URL: 'http://terminal-2:3002/' }
    expect(readWith(given).TERMINAL_ADVERTISED_URL).toBe('http://terminal-2:3002')
  })

  test('is refused when it is none, and so is that of the CMS', () => {
    for (const name of ['TERMINAL_ADVERTISED_URL', 'TERMINAL_ANNOUNCE_URL']) {
      expect(() => readWith({ [name]: 'ftp://x' })).toThrow(name)
    }
    expect(readWith({}).TERMINAL_ANNOUNCE_URL).toBeUndefined()
  })
})
