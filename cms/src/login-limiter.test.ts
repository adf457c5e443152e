import { expect, test } from '@jest/globals'
import { LOGIN_RATE } from './limits.ts'
import { createLoginLimiter, isGuarded } from './login-limiter.ts'

test.each([
  '/api/users/login',
  '/api/users/login/',
  '//api/users/login'.slice(1),
  '/api//users//login?x=1',
  '/api/users/%6cogin',
  '/api/users/forgot-password',
  '/api/users/first-register',
  '/api/users/second-factor/confirm',
  '/api/users/%',
])('POST %s is counted', (url) => {
  expect(isGuarded({ method: 'POST', url })).toBe(true)
})

test.each([
  ['GET', '/api/users/login'],
  ['POST', '/api/users/logout'],
  ['POST', '/api/projects'],
  ['POST', '/login'],
])('%s %s is not', (method, url) => {
  expect(isGuarded({ method, url })).toBe(false)
})

test('an address has its burst, then waits, and never pays for another', () => {
  let time = 0
  const take = createLoginLimiter({ now: () => time })
  const first = Array.from({ length: LOGIN_RATE.burst }, () => take('a'))
  expect(first.every((wait) => wait === 0)).toBe(true)
  const wait = take('a')
  expect(wait).toBeGreaterThan(0)
  expect(take('b')).toBe(0)
  time += wait * 1000
  expect(take('a')).toBe(0)
  expect(take('a')).toBeGreaterThan(0)
})

test('a flood of addresses is refused rather than remembered', () => {
  let time = 0
  const take = createLoginLimiter({ now: () => time })
  for (let index = 0; index < LOGIN_RATE.maxAddresses; index += 1) take(String(index))
  expect(take('one more')).toBe(1)
  time += 60_000
  expect(take('one more')).toBe(0)
})
