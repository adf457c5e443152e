import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stretchesOf } from './lines.tsx'
import { cut, marksOf, roundUp, shownLabels } from './scale.ts'

describe('the scale of a chart', () => {
  test('ends at a round number that holds everything and wastes less than 60 %', () => {
    expect([0, 1, 3, 11, 26, 240, 2500].map(roundUp)).toEqual([1, 1, 5, 20, 50, 250, 2500])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (value) => {
        const max = roundUp(value)
        expect(max).toBeGreaterThanOrEqual(value)
        expect(value / max).toBeGreaterThan(0.39)
      }),
    )
  })

  test('has whole marks', () => {
    expect([marksOf(1), marksOf(20), marksOf(5)]).toEqual([
      [0, 1],
      [0, 10, 20],
      [0, 5],
    ])
  })

  test('shows a few labels, the first and the last among them', () => {
    expect(shownLabels(3, 5)).toEqual([0, 1, 2])
    expect(shownLabels(90, 5)).toEqual([0, 22, 45, 67, 89])
  })

  test('cuts long names', () => {
    expect([cut('short', 5), cut('longer', 5)]).toEqual(['short', 'long…'])
  })
})

test('a line has a gap where there is no value', () => {
  expect(stretchesOf([1, 2, undefined, 3, undefined])).toEqual([
    [
      [0, 1],
      [1, 2],
    ],
    [[3, 3]],
  ])
})
