import { expect, test } from '@jest/globals'
import { LIMITS } from '../limits.ts'
import { createSeenMessages } from './seen-messages.ts'

test('a copy is known by id and timestamp; a later try under the same id is not one', () => {
  const seen = createSeenMessages()
  seen.add('a', '100')
  expect(seen.has('a', '100')).toBe(true)
  expect(seen.has('a', '101')).toBe(false)
  expect(seen.has('b', '100')).toBe(false)
})

test('what a timestamp refuses anyway is forgotten, and there is a bound', () => {
  let now = 0
  const seen = createSeenMessages(() => now)
  seen.add('old', '1')
  now = LIMITS.seenMessageMs
  seen.add('new', '1')
  expect([seen.has('old', '1'), seen.has('new', '1')]).toEqual([false, true])
  for (let index = 0; index < LIMITS.maxSeenMessages; index += 1) seen.add(String(index), '2')
  expect(seen.has('new', '1')).toBe(false)
})
