import { describe, expect, test } from '@jest/globals'
import { soughtBy } from './player-panel.ts'
import { clockText } from './player-words.ts'

const AT = { positionMs: 60_000, durationMs: 100_000 }

describe('the bar of a player', () => {
  test.each([
    ['ArrowRight', 65_000],
    ['ArrowUp', 65_000],
    ['ArrowLeft', 55_000],
    ['ArrowDown', 55_000],
    ['PageUp', 90_000],
    ['PageDown', 30_000],
    ['Home', 0],
    ['End', 100_000],
  ])('is moved by %s', (key, ms) => {
    expect(soughtBy(key, AT)).toBe(ms)
  })

  test.each(['Tab', ' ', 'Enter', 'a', 'Escape'])('leaves %j to the page', (key) => {
    expect(soughtBy(key, AT)).toBeUndefined()
  })
})

test('a time is minutes and seconds', () => {
  expect([0, 999, 61_000, 3_600_000].map(clockText)).toEqual(['0:00', '0:00', '1:01', '60:00'])
})
