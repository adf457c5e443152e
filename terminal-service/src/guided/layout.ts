// Where a line stands on the screen, and the bytes that draw it there.

export type Size = { cols: number; rows: number }
/** What moves together: a character and the marks upon it. */
export type Unit = { text: string; cells: number }
type Place = { row: number; col: number }

/** Narrower than a wide character there is no place for one. */
const MIN_COLS = 2

/** Places of the units, and behind them the place of the end. */
export const layOut = (promptCells: number, units: readonly Unit[], size: Size): Place[] => {
  const cols = Math.max(MIN_COLS, size.cols)
  const places: Place[] = []
  let row = Math.floor(promptCells / cols)
  let col = promptCells % cols
  for (const { cells } of units) {
    if (col + cells > cols) {
      row += 1
      col = 0
    }
    places.push(col === cols ? { row: row + 1, col: 0 } : { row, col })
    col += cells
  }
  places.push(col === cols ? { row: row + 1, col: 0 } : { row, col })
  return places
}

export type Drawn = {
  bytes: string
  /** Row of the cursor, counted from the first row that was drawn. */
  row: number
  /** Whether everything is on the screen. */
  isWhole: boolean
}

/**
 * Draws prompt and line from the left border on; `cursor` is an index of `units` or their count. Of a line that is taller
 * than the screen, the rows around the cursor are drawn.
 */
export const draw = (
  prompt: { text: string; cells: number },
  units: readonly Unit[],
  cursor: number,
  size: Size,
): Drawn => {
  const places = layOut(prompt.cells, units, size)
  const at = places[cursor] ?? { row: 0, col: 0 }
  const end = places.at(-1) ?? at
  const top = end.row < size.rows ? 0 : Math.max(0, at.row - size.rows + 1)
  const bottom = Math.min(end.row, top + size.rows - 1)
  let bytes = top === 0 ? prompt.text : ''
  units.forEach(({ text }, index) => {
    const row = places[index]?.row ?? 0
    if (row >= top && row <= bottom) bytes += text
  })
  // A full row leaves a cursor beside it; a space takes it to the next one for certain.
  const lastDrawn = end.row === bottom ? end : undefined
  if (lastDrawn && lastDrawn.col === 0 && lastDrawn.row > top) bytes += ' \r'
  const up = bottom - at.row
  bytes += '\r'
  if (up > 0) bytes += `\u001b[${up}A`
  if (at.col > 0) bytes += `\u001b[${at.col}C`
  return { bytes, row: at.row - top, isWhole: top === 0 && bottom === end.row }
}
