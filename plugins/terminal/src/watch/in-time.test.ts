import { expect, test } from '@jest/globals'
import { inTime } from './in-time.ts'

test('an answer in time is the answer, and so is its error', async () => {
  expect(await inTime(Promise.resolve(5), 1000)).toBe(5)
  await expect(inTime(Promise.reject(new Error('no')), 1000)).rejects.toThrow('no')
})

test('a late answer is an error, and what comes of it later hurts nobody', async () => {
  let refuse: (error: Error) => void = () => undefined
  const never = new Promise<number>((_, reject) => {
    refuse = reject
  })
  await expect(inTime(never, 5)).rejects.toThrow('No answer within 5 ms.')
  refuse(new Error('much later'))
})
