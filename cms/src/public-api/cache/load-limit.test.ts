import { expect, test } from '@jest/globals'
import { createLoadLimit, TooBusyError } from './load-limit.ts'

const gate = () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

test('no more runs at a time than may, and what waits has its turn', async () => {
  const limited = createLoadLimit({ atOnce: 2, waiting: 10 })
  let running = 0
  let most = 0
  const work = async (index: number) => {
    running += 1
    most = Math.max(most, running)
    await new Promise(setImmediate)
    running -= 1
    return index
  }
  const all = await Promise.all([0, 1, 2, 3, 4].map((index) => limited(() => work(index))))
  expect({ all, most }).toEqual({ all: [0, 1, 2, 3, 4], most: 2 })
})

test('who would wait behind too many is told at once, and a failure frees its place', async () => {
  const limited = createLoadLimit({ atOnce: 1, waiting: 1 })
  const { open, opened } = gate()
  const first = limited(() => opened.then(() => Promise.reject(new Error('broken'))))
  const second = limited(async () => 'second')
  await expect(limited(async () => 'third')).rejects.toThrow(TooBusyError)
  open()
  await expect(first).rejects.toThrow('broken')
  expect(await second).toBe('second')
  expect(await limited(async () => 'later')).toBe('later')
})
