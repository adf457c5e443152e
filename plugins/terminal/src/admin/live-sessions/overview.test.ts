import { describe, expect, test } from '@jest/globals'
import { bytes, duration } from './overview.ts'

const SECOND = 1000

describe('A duration', () => {
  test('is told in its largest whole unit', () => {
    const told = [0, 42, 59.4, 60, 754, 3600, 5400].map((s) => duration(s * SECOND, 'en'))
    expect(told).toEqual(['0 sec', '42 sec', '59 sec', '1 min', '13 min', '1 hr', '1.5 hr'])
  })

  test('is never negative, whatever two clocks say', () => {
    expect(duration(-5 * SECOND, 'en')).toBe('0 sec')
  })

  test('speaks the reader’s language', () => {
    expect(duration(5400 * SECOND, 'fr')).toMatch(/^1,5\sh$/)
  })
})

describe('A number of bytes', () => {
  test('is told in thousands', () => {
    expect([0, 1, 999, 1000, 3_400_000, 2e9, 5e12].map((count) => bytes(count, 'en'))).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '3.4 MB',
      '2 GB',
      '5,000 GB',
    ])
  })
})
