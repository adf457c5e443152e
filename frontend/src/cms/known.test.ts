import { expect, test } from '@jest/globals'
import { LIMITS } from '../limits.ts'
import { createKnown } from './known.ts'

const harness = () => {
  const state = { now: 1000, slugs: ['a'], isDown: false, reads: 0 }
  const read = async () => {
    state.reads += 1
    if (state.isDown) throw new Error('down')
    return new Set(state.slugs)
  }
  return { state, known: createKnown(read, () => state.now) }
}

test('the list is asked for once, however many visitors ask at the same time', async () => {
  const { state, known } = harness()
  await Promise.all(Array.from({ length: 50 }, () => known.all()))
  expect(await known.all()).toEqual(new Set(['a']))
  expect(state.reads).toBe(1)
})

test('after a change the next question waits for the new list', async () => {
  const { state, known } = harness()
  await known.all()
  state.slugs = ['a', 'b']
  known.forget()
  expect(await known.all()).toEqual(new Set(['a', 'b']))
})

test('an old list answers while a new one is fetched', async () => {
  const { state, known } = harness()
  await known.all()
  state.slugs = ['b']
  state.now += LIMITS.listLifetimeMs
  expect(await known.all()).toEqual(new Set(['a']))
  expect(await known.all()).toEqual(new Set(['b']))
})

test('while the CMS is down the last list stands, and is not asked for by every visitor', async () => {
  const { state, known } = harness()
  await known.all()
  state.isDown = true
  known.forget()
  expect(await known.all()).toEqual(new Set(['a']))
  const { reads } = state
  for (let visitor = 0; visitor < 20; visitor += 1) await known.all()
  expect(state.reads).toBe(reads)
})

test('without any list the caller hears that the CMS is down', async () => {
  const { state, known } = harness()
  state.isDown = true
  await expect(known.all()).rejects.toThrow('down')
  for (let visitor = 0; visitor < 20; visitor += 1)
    await expect(known.all()).rejects.toThrow('down')
  expect(state.reads).toBe(1)
  state.isDown = false
  state.now += LIMITS.listRetryMs
  expect(await known.all()).toEqual(new Set(['a']))
})
