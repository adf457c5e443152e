import { expect, test } from '@jest/globals'
import { PUBLIC_API } from '../../limits.ts'
import { type Generation, memoryGeneration } from './generation.ts'
import { createResponseCache } from './response-cache.ts'

const cacheOf = (generation: Generation = memoryGeneration(), now = () => 0) =>
  createResponseCache<string>({ generation, bytesOf: (value) => value.length, now })

const gate = () => {
  let open: (value: string) => void = () => undefined
  const opened = new Promise<string>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** A generation that other processes change too, or that nobody can name. */
const sharedGeneration = () => {
  const state: { name: string | undefined } = { name: 'a' }
  const generation: Generation = {
    current: async () => state.name,
    renew: async () => {
      if (state.name === undefined) throw new Error('gone')
      state.name += '+'
    },
    close: async () => undefined,
  }
  return { state, generation }
}

test('an answer is loaded once, by all who ask at the same time, and kept', async () => {
  const cache = cacheOf()
  let loads = 0
  const load = async () => `load ${++loads}`
  expect(await Promise.all([cache.get('k', load), cache.get('k', load)])).toEqual([
    'load 1',
    'load 1',
  ])
  expect(await cache.get('k', load)).toBe('load 1')
  expect(await cache.get('other', load)).toBe('load 2')
})

test('after it was emptied, nothing of before is given, not even what was being loaded', async () => {
  const cache = cacheOf()
  const slow = gate()
  const early = cache.get('k', () => slow.opened)
  await Promise.resolve()
  await cache.empty()
  const late = cache.get('k', async () => 'new')
  slow.open('old')
  expect([await early, await late]).toEqual(['old', 'new'])
  expect(await cache.get('k', async () => 'unused')).toBe('new')
})

test('a failure is not kept, and is told to everybody who waited for it', async () => {
  const cache = cacheOf()
  const failing = () => Promise.reject(new Error('broken'))
  await expect(
    Promise.allSettled([cache.get('k', failing), cache.get('k', failing)]),
  ).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  expect(await cache.get('k', async () => 'well')).toBe('well')
})

test('an answer that is old is loaded again', async () => {
  let now = 0
  const cache = cacheOf(memoryGeneration(), () => now)
  await cache.get('k', async () => 'old')
  now += PUBLIC_API.keepMs + 1
  expect(await cache.get('k', async () => 'new')).toBe('new')
})

test('a change in another process takes effect at the next question', async () => {
  const { state, generation } = sharedGeneration()
  const cache = cacheOf(generation)
  await cache.get('k', async () => 'old')
  state.name = 'b'
  expect(await cache.get('k', async () => 'new')).toBe('new')
})

test('while nobody knows whether something has changed, nothing kept is used and nothing is kept', async () => {
  const { state, generation } = sharedGeneration()
  const cache = cacheOf(generation)
  await cache.get('k', async () => 'old')
  state.name = undefined
  expect(await cache.get('k', async () => 'from the database')).toBe('from the database')
  expect(await cache.get('k', async () => 'again')).toBe('again')
  await expect(cache.empty()).rejects.toThrow('gone')
  state.name = 'a'
  expect(await cache.get('k', async () => 'new')).toBe('new')
})
