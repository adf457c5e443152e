import { expect, test } from '@jest/globals'
import { LIMITS } from '../limits.ts'
import { createSeenMessages } from './seen-messages.ts'

const alone = { shared: () => undefined }

test('a copy is known by id and timestamp; a later try under the same id is not one', async () => {
  const seen = createSeenMessages(alone)
  expect(await seen.claim('a', '100')).toBe(true)
  expect(await seen.claim('a', '100')).toBe(false)
  expect(await seen.claim('a', '101')).toBe(true)
  expect(await seen.claim('b', '100')).toBe(true)
  await seen.release('a', '100')
  expect(await seen.claim('a', '100')).toBe(true)
})

test('two copies that come at the same time are one message', async () => {
  const seen = createSeenMessages(alone)
  const claims = await Promise.all([seen.claim('a', '1'), seen.claim('a', '1')])
  expect(claims.sort()).toEqual([false, true])
})

test('what a timestamp refuses anyway is forgotten, and there is a bound', async () => {
  let now = 0
  const seen = createSeenMessages({ ...alone, now: () => now })
  await seen.claim('old', '1')
  now = LIMITS.seenMessageMs
  expect(await seen.claim('old', '1')).toBe(true)
  for (let index = 0; index < LIMITS.maxSeenMessages; index += 1) await seen.claim(`${index}`, '2')
  expect(await seen.claim('old', '1')).toBe(true)
})
