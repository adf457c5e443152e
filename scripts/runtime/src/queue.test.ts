import { expect, test } from '@jest/globals'
import { createQueue, QueueFullError, QueueTimeoutError } from './queue.ts'

test('one runs at a time, in the order of asking, and who finds the line full is refused', async () => {
  const inTurn = createQueue({ atOnce: 1, waiting: 2 })
  const done: number[] = []
  let running = 0
  const work = (number: number) =>
    inTurn(async () => {
      running += 1
      expect(running).toBe(1)
      await Promise.resolve()
      running -= 1
      done.push(number)
      if (number === 1) throw new Error('failed')
    })
  const all = await Promise.allSettled([work(0), work(1), work(2), work(3)])
  expect(all.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ])
  expect(all[3]).toMatchObject({ reason: expect.any(QueueFullError) })
  await work(4)
  expect(done).toEqual([0, 1, 2, 4])
})

test('no more runs at a time than may, and each gets its own answer', async () => {
  const inTurn = createQueue({ atOnce: 2, waiting: 10 })
  let running = 0
  let most = 0
  const work = async (index: number) => {
    running += 1
    most = Math.max(most, running)
    await new Promise(setImmediate)
    running -= 1
    return index
  }
  const all = await Promise.all([0, 1, 2, 3, 4].map((index) => inTurn(() => work(index))))
  expect({ all, most }).toEqual({ all: [0, 1, 2, 3, 4], most: 2 })
})

test('work that never ends is given up, and whoever is next gets its place', async () => {
  const inTurn = createQueue({ atOnce: 1, waiting: 1, timeoutMs: 20 })
  const endless = inTurn(() => new Promise<void>(() => undefined))
  const next = inTurn(async () => 'next')
  await expect(endless).rejects.toBeInstanceOf(QueueTimeoutError)
  expect(await next).toBe('next')
})
