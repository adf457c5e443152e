import { expect, test } from '@jest/globals'
import { createReady } from './ready.ts'

const counting = () => {
  const asked: string[] = []
  const make = (key: string) => async () => {
    asked.push(key)
    return key
  }
  return { asked, make }
}

test('what many ask for at the same time is made once, and kept', async () => {
  const { asked, make } = counting()
  const { answer } = createReady()
  const all = await Promise.all(Array.from({ length: 60 }, () => answer('a', make('a'))))
  expect(new Set(await Promise.all(all.map((blob) => blob.text())))).toEqual(new Set(['"a"']))
  await answer('a', make('a'))
  await answer('b', make('b'))
  expect(asked).toEqual(['a', 'b'])
})

test('no more is kept than there is room for: what was asked for last stays', async () => {
  const { asked, make } = counting()
  // Each of these has three bytes, and the last six.
  const { answer } = createReady({ maxBytes: 6 })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await answer(key, make(key))
  expect(asked).toEqual(['a', 'b', 'c', 'b'])
  const { answer: small } = createReady({ maxBytes: 5 })
  for (const key of ['a', 'long', 'a', 'long']) await small(key, make(key))
  expect(asked.slice(4)).toEqual(['a', 'long', 'long'])
})

test('a failure is told to all who wait for it, and not remembered', async () => {
  const { answer } = createReady()
  const fail = () => Promise.reject(new Error('away'))
  const all = await Promise.allSettled([answer('a', fail), answer('a', fail)])
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await (await answer('a', async () => 1)).text()).toBe('1')
})
