import { expect, test } from '@jest/globals'
import { checkTable, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from './table-cells.ts'

const row = (cells: number) => ({ cells: Array.from({ length: cells }, () => ({ text: 'x' })) })
const rows = (count: number, cells: number) => Array.from({ length: count }, () => row(cells))

test('rows of the same width are a table, up to its bounds', () => {
  expect(checkTable(rows(1, 1))).toBe(true)
  expect(checkTable(rows(MAX_TABLE_ROWS, MAX_TABLE_COLUMNS))).toBe(true)
})

test.each([
  [[], 'Give at least one row.'],
  [[{}], 'The first row has no cells.'],
  [[null], 'The first row has no cells.'],
  [rows(MAX_TABLE_ROWS + 1, 1), 'At most 100 rows.'],
  [rows(1, MAX_TABLE_COLUMNS + 1), 'At most 12 columns.'],
  [[row(2), row(2), row(3)], 'Row 3 has 3 cells where the first row has 2.'],
  [[row(2), { cells: null }], 'Row 2 has 0 cells where the first row has 2.'],
])('%#: %s', (table, problem) => {
  expect(checkTable(table)).toBe(problem)
})
