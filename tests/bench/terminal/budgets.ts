// Figures with what they must not exceed, and whether they do.
import { median, showNumber } from '../stats.ts'

export type Budget =
  | { at: 'most'; value: number }
  | { at: 'least'; value: number }
  /** In the same run and the same rounds: the machine's noise cancels out. */
  | { at: 'least-ttyds' }
  | { at: 'most-ttyds-plus'; value: number }

export type Figure = {
  what: string
  unit: string
  /** One value for each round. */
  ours: number[]
  ttyd?: number[] | undefined
  budget?: Budget | undefined
}

export type Verdict = 'ok' | 'MISSED' | 'needs ttyd' | ''

export const showBudget = (budget: Budget | undefined): string => {
  switch (budget?.at) {
    case 'most':
      return `≤ ${showNumber(budget.value)}`
    case 'least':
      return `≥ ${showNumber(budget.value)}`
    case 'least-ttyds':
      return "≥ ttyd's"
    case 'most-ttyds-plus':
      return `≤ ttyd's + ${showNumber(budget.value)}`
    default:
      return ''
  }
}

/** The median of each round's quotient with ttyd; NaN without it. */
export const ratioOf = ({ ours, ttyd }: Figure): number =>
  median(ours.flatMap((value, round) => (ttyd?.[round] ? [value / ttyd[round]] : [])))

export const verdictOn = (figure: Figure): Verdict => {
  const { budget, ours, ttyd } = figure
  if (!budget) return ''
  const value = median(ours)
  if (budget.at === 'most') return value <= budget.value ? 'ok' : 'MISSED'
  if (budget.at === 'least') return value >= budget.value ? 'ok' : 'MISSED'
  if (!ttyd) return 'needs ttyd'
  if (budget.at === 'least-ttyds') return ratioOf(figure) >= 1 ? 'ok' : 'MISSED'
  const excess = ours.map((each, round) => each - (ttyd[round] ?? Number.NaN))
  return median(excess) <= budget.value ? 'ok' : 'MISSED'
}
