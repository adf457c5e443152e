import { describe, expect, it } from '@jest/globals'
import { median, percentile, showNumber, showRounds } from './stats.ts'

describe('a percentile', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)

  it('is a value that was measured, whatever the order', () => {
    expect(percentile(values, 0.5)).toBe(50)
    expect(percentile(values, 0.99)).toBe(99)
    expect(percentile(values, 1)).toBe(100)
  })

  it('of one value is that value, and of none is no number', () => {
    expect(percentile([7], 0)).toBe(7)
    expect(percentile([7], 0.99)).toBe(7)
    expect(percentile([], 0.5)).toBeNaN()
  })

  it('leaves the values as they were', () => {
    const given = [3, 1, 2]
    percentile(given, 0.5)
    expect(given).toEqual([3, 1, 2])
  })
})

describe('a median', () => {
  it('is the middle one, or lies between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([])).toBeNaN()
  })
})

describe('numbers as text', () => {
  it('have about three figures', () => {
    expect([0.5612, 12.345, 1234.5, 4].map(showNumber)).toEqual(['0.56', '12.3', '1235', '4'])
    expect(showNumber(Number.NaN)).toBe('none')
  })

  it('show the median of rounds with their range', () => {
    expect(showRounds([3.14, 9.5, 2])).toBe('3.14 (2–9.50)')
    expect(showRounds([3.14])).toBe('3.14')
  })
})
