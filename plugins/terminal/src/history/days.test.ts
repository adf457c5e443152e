import { describe, expect, test } from '@jest/globals'
import { addCounts, changeOf, utcDay } from './days.ts'
import { endedSession } from './history-fixture.ts'

describe('what a session adds to its day', () => {
  test('is a launch, and how far its visitor came', () => {
    expect(changeOf(endedSession({ commands: { 'Five eat': 2 } }))).toEqual({
      numbers: { launches: 1, prompts: 1, firstCommands: 1 },
      counts: { startTimes: { '200': 1 }, endReasons: { exit: 1 }, commands: { 'Five eat': 2 } },
    })
  })

  test('is no prompt when there was none', () => {
    const session = endedSession({ startMs: undefined, hasTyped: false, reason: 'build-failed' })
    expect(changeOf(session)).toEqual({
      numbers: { launches: 1, prompts: 0, firstCommands: 0 },
      counts: { startTimes: {}, endReasons: { 'build-failed': 1 }, commands: {} },
    })
  })

  test('belongs to the day of the launch, in UTC', () => {
    expect(utcDay(endedSession().startedAt)).toBe('2026-03-01')
  })
})

describe('counts by name', () => {
  test('add up, and take no new names beyond their bound', () => {
    expect(addCounts({ a: 1, b: 2 }, { b: 3, c: 4 })).toEqual({ a: 1, b: 5, c: 4 })
    expect(addCounts({ a: 1, b: 2 }, { b: 3, c: 4 }, 2)).toEqual({ a: 1, b: 5 })
  })

  test('are safe with names that mean something to JavaScript', () => {
    const sum = addCounts(JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 2}'))
    expect(Object.entries(sum)).toEqual([['__proto__', 3]])
  })
})
