import { expect, test } from '@jest/globals'
import { fakePayload } from '../../../../tests/support/plugin/fake-payload.ts'
import { PENDING_AT_ONCE } from '../limits.ts'
import { createPending } from './pending.ts'

test('however many recordings are waited for, few are read at the same time, and each is listed', async () => {
  const { payload } = fakePayload()
  const pending = createPending(payload)
  const sessions = Array.from({ length: 3 * PENDING_AT_ONCE + 1 }, (_, index) => `session-${index}`)
  for (const session of sessions) {
    await pending.add({ session, demo: 'demo-1', kind: 'replay', startedAtMs: 1 })
  }
  let reading = 0
  let most = 0
  const { kv } = payload
  const get = kv.get.bind(kv)
  Object.assign(kv, {
    get: async (key: string) => {
      reading += 1
      most = Math.max(most, reading)
      await new Promise((resolve) => setImmediate(resolve))
      reading -= 1
      return get(key)
    },
  })
  expect((await pending.list()).map(({ session }) => session)).toEqual(sessions)
  expect(most).toBe(PENDING_AT_ONCE)
})
