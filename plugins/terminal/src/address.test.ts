import { describe, expect, test } from '@jest/globals'
import { addressHasher, addressKey } from './address.ts'

describe('an address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
    ['not an address', 'unknown'],
  ])('%s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })

  test('is hashed with the key: the same visitor, another key, another hash', () => {
    const one = addressHasher('key one')
    const two = addressHasher('key two')
    expect(one('::ffff:203.0.113.7')).toBe(one('203.0.113.7'))
    expect(one('203.0.113.7')).not.toBe(one('203.0.113.8'))
    expect(one('203.0.113.7')).not.toBe(two('203.0.113.7'))
    expect(one('203.0.113.7')).not.toContain('203')
  })
})
