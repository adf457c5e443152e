// Figures as a table.
import { showNumber, showRounds } from '../stats.ts'
import { type Figure, ratioOf, showBudget, verdictOn } from './budgets.ts'

const HEAD = ['figure', 'ours', 'ttyd', 'ratio', 'budget', '']

const rowOf = (figure: Figure): string[] => [
  figure.unit === '' ? figure.what : `${figure.what}, ${figure.unit}`,
  showRounds(figure.ours),
  figure.ttyd ? showRounds(figure.ttyd) : '–',
  figure.ttyd ? showNumber(ratioOf(figure)) : '–',
  showBudget(figure.budget),
  verdictOn(figure),
]

/** Columns as wide as what they hold. */
export const table = (figures: readonly Figure[]): string => {
  const rows = [HEAD, ...figures.map(rowOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
