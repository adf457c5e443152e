import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { OUTBOX as LIMITS } from '../limits.ts'
import { untilTried } from './until-tried.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const answering = (...states: (string | Error)[]) =>
  jest.fn(async () => {
    const state = states.length > 1 ? states.shift() : states[0]
    if (state instanceof Error) throw state
    return state
  })
const open = () => new AbortController()

test('a message is asked about until it no longer waits, also past an answer that did not come', async () => {
  const ask = answering('waiting', new Error('away'), 'waiting', 'delivered')
  const followed = untilTried(ask, open().signal)
  await jest.advanceTimersByTimeAsync(3 * LIMITS.followEveryMs)
  await followed
  expect(ask).toHaveBeenCalledTimes(4)
})

test('one that goes on waiting is given up, and no timer is left', async () => {
  const ask = answering('waiting')
  const followed = untilTried(ask, open().signal)
  await jest.advanceTimersByTimeAsync(LIMITS.followForMs + LIMITS.followEveryMs)
  await followed
  expect(jest.getTimerCount()).toBe(0)
})

test('nobody asks any more once the form is left', async () => {
  const ask = answering('waiting')
  const form = open()
  const followed = untilTried(ask, form.signal)
  await jest.advanceTimersByTimeAsync(0)
  form.abort()
  await followed
  expect(ask).toHaveBeenCalledTimes(1)
  expect(jest.getTimerCount()).toBe(0)
})
