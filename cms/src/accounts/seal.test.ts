import { expect, test } from '@jest/globals'
import { fingerprint, seal, unseal } from './seal.ts'

const PLACE = { secret: 's'.repeat(32), purpose: 'test', place: 'account-1' }

test('a sealed text opens where it was sealed, and looks different each time', () => {
  const [one, two] = [seal('JBSWY3DPEHPK3PXP', PLACE), seal('JBSWY3DPEHPK3PXP', PLACE)]
  expect(one).not.toBe(two)
  expect(one).not.toContain('JBSWY3DPEHPK3PXP')
  expect(unseal(one, PLACE)).toBe('JBSWY3DPEHPK3PXP')
})

test.each([
  ['another account', { place: 'account-2' }],
  ['another purpose', { purpose: 'other' }],
  ['another secret', { secret: 't'.repeat(32) }],
])('it does not open for %s', (_, other) => {
  const sealed = seal('JBSWY3DPEHPK3PXP', PLACE)
  expect(() => unseal(sealed, { ...PLACE, ...other })).toThrow()
})

test('nor once one bit of it was changed', () => {
  const bytes = Buffer.from(seal('JBSWY3DPEHPK3PXP', PLACE), 'base64url')
  bytes[bytes.length - 1]! ^= 1
  expect(() => unseal(bytes.toString('base64url'), PLACE)).toThrow()
})

test('a fingerprint is the same for the same secret alone', () => {
  expect(fingerprint('code', PLACE)).toBe(fingerprint('code', PLACE))
  expect(fingerprint('code', PLACE)).not.toBe(fingerprint('code', { ...PLACE, secret: 'x' }))
})
