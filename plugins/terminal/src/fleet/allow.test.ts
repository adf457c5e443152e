import { describe, expect, test } from '@jest/globals'
import { allowList } from './allow.ts'

const INTERNAL = 'http://127.0.0.1:3002'
const allowed = (entries: string[], origins: string[]) =>
  origins.filter(allowList(entries, INTERNAL))

describe('an address that a service announces', () => {
  test('may be a listed origin, exactly', () => {
    const origins = [
      'http://10.0.0.5:3002',
      'https://10.0.0.5:3002',
      'http://10.0.0.5:3003',
      'http://10.0.0.5:3002/',
      'http://user@10.0.0.5:3002',
      'http://10.0.0.50:3002',
      'file:///etc/passwd',
      'nonsense',
    ]
    expect(allowed(['http://10.0.0.5:3002'], origins)).toEqual(['http://10.0.0.5:3002'])
  })

  test('may lie in a listed network, on the port of the one service unless another is named', () => {
    const origins = [
      'http://10.1.0.5:3002',
      'http://10.1.0.5:6379',
      'http://10.2.0.5:3002',
      'http://10.1.evil.example:3002',
      'http://169.254.169.254:3002',
      'http://[fd00::5]:3002',
      'http://[::ffff:a01:5]:3002',
    ]
    expect(allowed(['10.1.0.0/16'], origins)).toEqual([
      'http://10.1.0.5:3002',
      // The same address, written for IPv6.
      'http://[::ffff:a01:5]:3002',
    ])
    expect(allowed(['10.1.0.0/16:6379'], origins)).toEqual(['http://10.1.0.5:6379'])
    expect(allowed(['fd00::/8'], origins)).toEqual(['http://[fd00::5]:3002'])
    expect(allowed(['10.2.0.5'], origins)).toEqual(['http://10.2.0.5:3002'])
  })

  test('may have a listed name, whose star is no dot', () => {
    const origins = [
      'http://terminal-1.internal:3002',
      'http://terminal-.internal:3002',
      'http://terminal-1.evil.internal:3002',
      'http://terminal-1.internal.evil.example:3002',
      'http://terminal-1.internal:80',
      'http://terminal-1.internal',
      'http://10.0.0.1:3002',
    ]
    expect(allowed(['terminal-*.internal'], origins)).toEqual(origins.slice(0, 2))
    expect(allowed(['terminal-*.internal:80'], origins)).toEqual(['http://terminal-1.internal'])
    expect(allowed(['*'], ['http://10.0.0.1:3002', 'http://a.b:3002'])).toEqual([])
  })

  test('may be none when nothing is listed', () => {
    expect(allowed([], [INTERNAL])).toEqual([])
  })

  test.each(['', 'a b', '10.0.0.0/33', '10.0.0.0/', 'http://', 'x/8', '.internal', 'a/b'])(
    'is not judged by a list with an entry that makes no sense: %j',
    (entry) => {
      expect(() => allowList([entry], INTERNAL)).toThrow()
    },
  )
})
