import { expect, test } from '@jest/globals'
import { createGate } from './gate.ts'

test('no more than so many run at once, a failure makes room, and all get their turn', async () => {
  const gate = createGate(2)
  let running = 0
  let most = 0
  const work = (fails: boolean) => async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise(setImmediate)
    running -= 1
    if (fails) throw new Error('no')
    return 'done'
  }
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => gate(work(n % 3 === 0))))
  expect(results.map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
  expect(most).toBe(2)
})
