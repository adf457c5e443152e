import { expect, test } from '@jest/globals'
import { SECOND_FACTOR } from '../../limits.ts'
import { codeAt, newRecoveryCodes, newSecret, recoveryCodeIn, stepOf, uriOf } from './codes.ts'

const STEP_MS = SECOND_FACTOR.stepS * 1000
const NOW = 1_800_000_000_000

test('codes are those of RFC 6238', () => {
  // Appendix B, SHA-1, last six digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect(codeAt(secret, 59_000)).toBe('287082')
  expect(codeAt(secret, 1_111_111_109_000)).toBe('081804')
})

test('a code counts one step before and after, and no further', () => {
  const secret = newSecret()
  const step = Math.floor(NOW / STEP_MS)
  for (const away of [-1, 0, 1]) {
    expect(stepOf(secret, codeAt(secret, NOW + away * STEP_MS), NOW)).toBe(step + away)
  }
  for (const away of [-2, 2]) {
    expect(stepOf(secret, codeAt(secret, NOW + away * STEP_MS), NOW)).toBeUndefined()
  }
})

test.each(['', '12345', '1234567', 'abcdef', '12 345', '１２３４５６'])('%s is no code', (code) => {
  expect(stepOf(newSecret(), code, NOW)).toBeUndefined()
})

test('the address for the app names the site and the account', () => {
  const uri = new URL(uriOf(newSecret(), 'ada@example.com'))
  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.pathname)).toContain('Shellfolio:ada@example.com')
  expect(uri.searchParams.get('secret')).toMatch(/^[A-Z2-7]{32}$/)
})

test('recovery codes are ten different ones, read however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  const [code = ''] = codes
  expect(code).toMatch(/^(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}$/)
  expect(recoveryCodeIn(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(
    code.replaceAll('-', ''),
  )
  expect(recoveryCodeIn('123456')).toBeUndefined()
  expect(recoveryCodeIn("' or 1=1 --!!!!!")).toBeUndefined()
})
