import { describe, expect, test } from '@jest/globals'
import { ESTIMATE } from '../limits.ts'
import { estimateS, positionOf } from './estimate.ts'

const NOW = 1_800_000_000_000
/** Ends so many seconds ago. */
const ago = (...seconds: number[]) => seconds.map((second) => NOW - second * 1000)
const estimate = (endsMs: number[], position = 1) => estimateS({ endsMs, position, nowMs: NOW })

describe('the estimate of a wait', () => {
  test('is absent until enough sessions have ended', () => {
    expect(estimate([])).toBeUndefined()
    expect(estimate(ago(30, 20, 10))).toBeUndefined()
    expect(estimate(ago(40, 30, 20, 10))).toBe(10)
    expect(positionOf({ endsMs: [], position: 3, nowMs: NOW })).toEqual({ position: 3 })
  })

  test('is the median interval for each place, so one long session does not count', () => {
    expect(estimate(ago(2000, 40, 30, 20, 10), 3)).toBe(30)
  })

  test('does not depend on the order of the ends', () => {
    expect(estimate(ago(10, 40, 20, 30))).toBe(10)
  })

  test('takes the middle of two', () => {
    expect(estimate(ago(90, 70, 50, 10, 0))).toBe(20)
    expect(estimate(ago(80, 70, 60, 30, 0), 1)).toBe(20)
  })

  test('grows while nothing ends', () => {
    expect(estimate(ago(130, 120, 110, 100))).toBe(120)
  })

  test('is no promise after a burst', () => {
    expect(estimate(ago(0, 0, 0, 0, 0))).toBe(5)
  })

  test('is coarse, and never shorter than what was seen', () => {
    expect(estimate(ago(33, 22, 11, 0))).toBe(15)
    expect(estimate(ago(33, 22, 11, 0), 7)).toBe(90)
  })

  test('forgets ends of long ago, and those of the future', () => {
    const old = ESTIMATE.windowS
    expect(estimate(ago(old + 3, old + 2, old + 1, old))).toBeUndefined()
    expect(estimate(ago(-10, -20, -30, -40, -50))).toBeUndefined()
  })

  test('looks at the latest ends only', () => {
    const late = Array.from({ length: ESTIMATE.maxEnds }, (_, index) => index * 5)
    const early = Array.from({ length: 60 }, (_, index) => 500 + index * 50)
    expect(estimate(ago(...late, ...early))).toBe(5)
  })
})
