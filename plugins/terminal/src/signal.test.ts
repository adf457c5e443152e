import { expect, test } from '@jest/globals'
import { createSignal } from './signal.ts'

test('a listener hears each time, as often as it listens, until it stops', () => {
  const signal = createSignal()
  let heard = 0
  const hear = () => {
    heard += 1
  }
  const [first, second] = [signal.on(hear), signal.on(hear)]
  signal.tell()
  expect(heard).toBe(2)
  first()
  first()
  signal.tell()
  expect(heard).toBe(3)
  second()
  signal.tell()
  expect(heard).toBe(3)
})

test('the owner hears of the first listener and of the last, and of the end', () => {
  const told: string[] = []
  const signal = createSignal({
    onFirst: () => told.push('first'),
    onLast: () => told.push('last'),
  })
  const stops = [signal.on(() => undefined), signal.on(() => undefined)]
  expect(told).toEqual(['first'])
  for (const stop of stops) stop()
  expect(told).toEqual(['first', 'last'])
  signal.on(() => told.push('heard'))
  signal.close()
  signal.tell()
  expect(told).toEqual(['first', 'last', 'first', 'last'])
})
