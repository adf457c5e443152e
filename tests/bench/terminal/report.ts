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

/** Columns as wide as what they hold; without those of ttyd where nothing is compared with it. */
export const table = (figures: readonly Figure[]): string => {
  const isCompared = figures.some(({ ttyd, budget }) => ttyd || budget?.at.includes('ttyd'))
  const rows = [HEAD, ...figures.map(rowOf)].map((row) =>
    isCompared ? row : row.filter((_, column) => column !== 2 && column !== 3),
  )
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
