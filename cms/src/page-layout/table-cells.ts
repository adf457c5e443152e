// A table is rows of cells, and every row has as many of them: checked here, because no single cell can see that.

/** Bounds of one table. */
export const MAX_TABLE_ROWS = 100
export const MAX_TABLE_COLUMNS = 12

type Row = { cells?: unknown } | null | undefined

const widthOf = (row: unknown): number => {
  const cells = (row as Row)?.cells
  return Array.isArray(cells) ? cells.length : 0
}

/** `true`, or the first row that is not as wide as the first. */
export const checkTable = (rows: readonly unknown[]): true | string => {
  if (rows.length === 0) return 'Give at least one row.'
  if (rows.length > MAX_TABLE_ROWS) return `At most ${MAX_TABLE_ROWS} rows.`
  const width = widthOf(rows[0])
  if (width === 0) return 'The first row has no cells.'
  if (width > MAX_TABLE_COLUMNS) return `At most ${MAX_TABLE_COLUMNS} columns.`
  const odd = rows.findIndex((row) => widthOf(row) !== width)
  if (odd < 0) return true
  return `Row ${odd + 1} has ${widthOf(rows[odd])} cells where the first row has ${width}.`
}
