import { expect, test } from '@jest/globals'
import { periodText, yearOf } from './dates.ts'

test('periods are written with as much as is known', () => {
  expect(periodText({ start: '2024-03-01', end: '2024-06-30' }, 'en')).toBe('Mar 2024 – Jun 2024')
  expect(periodText({ start: '2024-03-01', end: '2024-03-30' }, 'en')).toBe('Mar 2024')
  expect(periodText({ start: '2024-03-01', end: null }, 'en')).toBe('Since Mar 2024')
  expect(periodText({ start: null, end: '2024-03-01' }, 'en')).toBe('Until Mar 2024')
  expect(periodText({ start: null, end: null }, 'en')).toBeNull()
  expect(periodText({ start: '2024-03-01', end: null }, 'fr')).toBe('Depuis mars 2024')
})

test('the year that stands for a period is its last', () => {
  expect(yearOf({ start: '2023-03-01', end: '2024-06-30' })).toBe('2024')
  expect(yearOf({ start: '2023-03-01', end: null })).toBe('2023')
  expect(yearOf({ start: null, end: null })).toBeNull()
})
