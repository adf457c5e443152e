// What an import did, row by row, for people and for programs.

export const OUTCOMES = [
  'made',
  'updated',
  'unchanged',
  'left alone',
  'left out',
  'refused',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export type RowReport = {
  /** `project:12`, or the place in its file of a row that is none. */
  row: string
  /** File and place. */
  from: string
  title?: string
  outcome: Outcome
  why?: string
  /** What was shortened, renamed or left out, and what is to be done by hand. */
  notes: string[]
}

export type Report = { isDry: boolean; totals: Record<Outcome, number>; rows: RowReport[] }

export const createReport = (isDry: boolean, onRow: (row: RowReport) => void = () => {}) => {
  const rows: RowReport[] = []
  const totals = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Report['totals']
  return {
    add: (row: RowReport) => {
      rows.push(row)
      totals[row.outcome] += 1
      onRow(row)
    },
    done: (): Report => ({ isDry, totals, rows }),
  }
}

/** One line for the row, and one for each note. */
export const rowText = ({ row, title, outcome, why, notes }: RowReport): string => {
  const about = [title ? ` “${title}”` : '', why ? `: ${why}` : ''].join('')
  return [
    `${outcome.padEnd(10)} ${row}${about}`,
    ...notes.map((note) => `${' '.repeat(11)}- ${note}`),
  ].join('\n')
}

export const totalsText = ({ isDry, totals }: Report): string => {
  const counts = OUTCOMES.map((outcome) => `${totals[outcome]} ${outcome}`).join(', ')
  return isDry ? `Nothing was written. It would be: ${counts}.` : `${counts}.`
}
