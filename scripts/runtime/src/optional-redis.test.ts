import { EventEmitter } from 'node:events'
import { beforeEach, expect, test } from '@jest/globals'
import { type OptionalRedis, optionalRedis } from './optional-redis.ts'

const PAUSE_MS = 1000

let connection: EventEmitter
let redis: OptionalRedis
let now = 0
let isAway = false
/** What Redis heard, and how often it was said to be silent. */
let heard: string[] = []
let silences = 0

const say = async (what: string) => {
  if (isAway) throw new Error('no answer')
  heard.push(what)
  return what
}
const ask = () => redis.attempt(() => say('question'))

beforeEach(() => {
  now = 0
  isAway = false
  heard = []
  silences = 0
  connection = new EventEmitter()
  redis = optionalRedis(connection, {
    pauseMs: PAUSE_MS,
    settle: () => say('settled'),
    onSilence: () => {
      silences += 1
    },
    now: () => now,
  })
})

test('after a silence nobody waits for it for a moment, and none of them is a silence of its own', async () => {
  expect(await ask()).toBe('question')
  isAway = true
  expect(await ask()).toBeUndefined()
  isAway = false
  now = PAUSE_MS - 1
  expect(await ask()).toBeUndefined()
  now = PAUSE_MS
  expect(await ask()).toBe('question')
  expect(silences).toBe(1)
})

test('what is owed comes before the next question, once', async () => {
  redis.owe()
  await ask()
  await ask()
  expect(heard).toEqual(['settled', 'question', 'question'])
})

test('as soon as it is back what is owed is settled, and it is asked again', async () => {
  isAway = true
  await expect(redis.settle()).rejects.toThrow('no answer')
  expect(await ask()).toBeUndefined()
  isAway = false
  connection.emit('error', new Error('lost'))
  connection.emit('ready')
  await new Promise(setImmediate)
  expect(heard).toEqual(['settled'])
  expect(await ask()).toBe('question')
  expect(heard).toEqual(['settled', 'question'])
})
