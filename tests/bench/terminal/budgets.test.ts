import { describe, expect, it } from '@jest/globals'
import { type Budget, type Figure, ratioOf, verdictOn } from './budgets.ts'

const figure = (ours: number[], budget?: Budget, ttyd?: number[]): Figure => ({
  what: 'a figure',
  unit: 'ms',
  ours,
  ttyd,
  budget,
})

describe('a verdict', () => {
  it('is on the median of the rounds', () => {
    expect(verdictOn(figure([10, 500, 30], { at: 'most', value: 40 }))).toBe('ok')
    expect(verdictOn(figure([10, 500, 41], { at: 'most', value: 40 }))).toBe('MISSED')
    expect(verdictOn(figure([300], { at: 'least', value: 300 }))).toBe('ok')
    expect(verdictOn(figure([299], { at: 'least', value: 300 }))).toBe('MISSED')
  })

  it('compares with ttyd round by round', () => {
    const faster = figure([10, 50, 20], { at: 'least-ttyds' }, [9, 49, 25])
    expect(verdictOn(faster)).toBe('ok')
    expect(verdictOn({ ...faster, ours: [8, 48, 30] })).toBe('MISSED')
    const plus: Budget = { at: 'most-ttyds-plus', value: 0.5 }
    expect(verdictOn(figure([1, 9, 2], plus, [0.6, 9, 1]))).toBe('ok')
    expect(verdictOn(figure([1.2, 9, 2], plus, [0.6, 9, 1]))).toBe('MISSED')
  })

  it('is not given without a budget or without ttyd, and never on nothing', () => {
    expect(verdictOn(figure([1]))).toBe('')
    expect(verdictOn(figure([1], { at: 'least-ttyds' }))).toBe('needs ttyd')
    expect(verdictOn(figure([], { at: 'most', value: 40 }))).toBe('MISSED')
    expect(verdictOn(figure([1, 2], { at: 'most-ttyds-plus', value: 5 }, []))).toBe('MISSED')
  })
})

describe('a ratio', () => {
  it('is the median of the rounds, and no number without ttyd', () => {
    expect(ratioOf(figure([10, 30, 90], undefined, [10, 10, 10]))).toBe(3)
    expect(ratioOf(figure([10]))).toBeNaN()
  })
})
