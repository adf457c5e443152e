import { describe, expect, test } from '@jest/globals'
import { daySums as row } from './day-fixture.ts'
import { insightsOf, lastDays } from './insights.ts'

describe('insights', () => {
  test('have a day for each day of the time, also over the end of a month', () => {
    expect(lastDays('2026-03-02', 4)).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ])
  })

  test('add all demos up by day, and leave other days out', () => {
    const { days } = insightsOf(
      [
        row({ launches: 2, startTimes: { '100': 2 } }),
        row({ launches: 3, startTimes: { '100': 1, '500': 1 } }),
        row({ day: '2026-03-01', launches: 1 }),
        row({ day: '2026-01-01', launches: 9 }),
      ],
      lastDays('2026-03-02', 3),
    )
    expect(days).toEqual([
      { day: '2026-02-28', launches: 0 },
      { day: '2026-03-01', launches: 1 },
      { day: '2026-03-02', launches: 5, p50: expect.any(Number), p95: expect.any(Number) },
    ])
  })

  test('tell how far visitors came, in order', () => {
    const sums = row({ seen: 90, launches: 30, prompts: 28, firstCommands: 20, steps: 4 })
    expect(insightsOf([sums, sums], ['2026-03-02']).funnel).toEqual([
      { step: 'seen', count: 180 },
      { step: 'launches', count: 60 },
      { step: 'prompts', count: 56 },
      { step: 'firstCommands', count: 40 },
      { step: 'steps', count: 8 },
    ])
  })

  test('rank reasons and commands, of those only the top', () => {
    const commands = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`c${index}`, index + 1]),
    )
    const told = insightsOf(
      [row({ endReasons: { idle: 1, exit: 5 }, commands }), row({ endReasons: { idle: 1 } })],
      ['2026-03-02'],
    )
    expect(told.reasons).toEqual([
      { name: 'exit', count: 5 },
      { name: 'idle', count: 2 },
    ])
    expect(told.commands).toHaveLength(10)
    expect(told.commands[0]).toEqual({ name: 'c29', count: 30 })
  })
})
