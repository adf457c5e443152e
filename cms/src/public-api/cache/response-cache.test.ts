import { expect, test } from '@jest/globals'
import { PUBLIC_API } from '../../limits.ts'
import { type Generation, memoryGeneration } from './generation.ts'
import { createResponseCache } from './response-cache.ts'

const options = {
  room: { maxBytes: 1000, maxEntryBytes: 1000, maxEntries: 3 },
  loads: { atOnce: 1, waiting: 10 },
  bytesOf: (value: string) => value.length,
}

const cacheOf = (generation: Generation = memoryGeneration(), now = () => 0) => {
  const cache = createResponseCache({ generation, now })
  return { ...cache, ...cache.shelf(options) }
}

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

test('each shelf has room of its own, and a load of one may ask another', async () => {
  const cache = createResponseCache({ generation: memoryGeneration() })
  const [answers, others] = [cache.shelf(options), cache.shelf(options)]
  const load = () => others.get('k', async () => 'other')
  expect(await answers.get('k', load)).toBe('other')
  for (const key of ['1', '2', '3', '4']) await others.get(key, async () => key)
  expect([await answers.recall('k'), await others.recall('k')]).toEqual(['other', undefined])
  await cache.empty()
  expect([await answers.recall('k'), await others.recall('4')]).toEqual([undefined, undefined])
})

test('of several answers only those that are missing are loaded, and none of before a change', async () => {
  const cache = createResponseCache({ generation: memoryGeneration() })
  const { get, getAll } = cache.shelf({ ...options, room: { ...options.room, maxEntries: 9 } })
  const asked: string[][] = []
  const load = async (missing: string[]) => {
    asked.push(missing)
    return new Map(missing.filter((key) => key !== 'gone').map((key) => [key, `new ${key}`]))
  }
  await get('b', async () => 'old b')
  expect(await getAll(['a', 'b', 'gone', 'c'], load)).toEqual(['new a', 'old b', 'new c'])
  expect(await getAll(['c', 'a'], load)).toEqual(['new c', 'new a'])
  await cache.empty()
  expect(await getAll(['b'], load)).toEqual(['new b'])
  expect(asked).toEqual([['a', 'gone', 'c'], ['b']])
})

test('what is not worth its place takes nobody else’s', async () => {
  const cache = createResponseCache({ generation: memoryGeneration() })
  const { get, recall } = cache.shelf({ ...options, isKept: (value) => value !== 'nothing' })
  await get('k', async () => 'known')
  for (const key of ['1', '2', '3', '4']) await get(key, async () => 'nothing')
  expect([await recall('k'), await recall('4')]).toEqual(['known', undefined])
})
