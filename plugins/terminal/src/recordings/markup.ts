// A screen as HTML: rows of spans with classes and nothing else, fit for a page whose policy forbids style attributes.
import type { IBufferCell, Terminal } from '@xterm/headless'
import { nearestColour } from './palette.ts'

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Controls, and marks that turn the direction of what follows: a screen shows neither, a page would obey them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

export const escapeText = (text: string): string =>
  text.replace(UNSEEN, '').replace(/[&<>"']/g, (char) => ESCAPES[char] ?? '')

type Colour = number | undefined

const colour = (isDefault: boolean, isRgb: boolean, value: number): Colour => {
  if (isDefault) return undefined
  return isRgb ? nearestColour(value) : value
}

const classesOf = (cell: IBufferCell): string => {
  const text = colour(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor())
  const behind = colour(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor())
  const isInverse = cell.isInverse() !== 0
  const [front, back] = isInverse ? [behind, text] : [text, behind]
  const names = [
    isInverse && 'inverse',
    cell.isBold() && 'bold',
    cell.isDim() && 'dim',
    cell.isItalic() && 'italic',
    cell.isUnderline() && 'underline',
    cell.isStrikethrough() && 'strike',
    front !== undefined && `f${front}`,
    back !== undefined && `b${back}`,
  ]
  return names.filter(Boolean).join(' ')
}

type Run = { classes: string; text: string }

const rowOf = (terminal: Terminal, row: number): Run[] => {
  const { active } = terminal.buffer
  const line = active.getLine(active.baseY + row)
  const runs: Run[] = []
  let cell: IBufferCell | undefined
  for (let column = 0; line && column < terminal.cols; column += 1) {
    cell = line.getCell(column, cell)
    // The second half of a wide character.
    if (!cell || cell.getWidth() === 0) continue
    const classes = classesOf(cell)
    const text = cell.isInvisible() ? ' ' : cell.getChars() || ' '
    const last = runs.at(-1)
    if (last?.classes === classes) last.text += text
    else runs.push({ classes, text })
  }
  const last = runs.at(-1)
  if (last?.classes === '') last.text = last.text.trimEnd()
  return runs
}

const spanOf = ({ classes, text }: Run): string => {
  const escaped = escapeText(text)
  return classes === '' || escaped === '' ? escaped : `<span class="${classes}">${escaped}</span>`
}

/** What is on the screen; empty rows at the end are left out. `hasColours: false` leaves plain, escaped text. */
export const screenMarkup = (terminal: Terminal, { hasColours = true } = {}): string => {
  const rows = Array.from({ length: terminal.rows }, (_, row) => rowOf(terminal, row))
  const shown = rows.map((runs) =>
    hasColours ? runs.map(spanOf).join('') : escapeText(runs.map(({ text }) => text).join('')),
  )
  return shown.join('\n').trimEnd()
}
