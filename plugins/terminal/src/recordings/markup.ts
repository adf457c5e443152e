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

/** Without colours all of it is one run. */
const rowOf = (terminal: Terminal, row: number, hasColours: boolean): Run[] => {
  const { active } = terminal.buffer
  const line = active.getLine(active.baseY + row)
  const runs: Run[] = []
  let cell: IBufferCell | undefined
  for (let column = 0; line && column < terminal.cols; column += 1) {
    cell = line.getCell(column, cell)
    // The second half of a wide character.
    if (!cell || cell.getWidth() === 0) continue
    const classes = hasColours ? classesOf(cell) : ''
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

const markupOf = (terminal: Terminal, row: number, hasColours: boolean): string =>
  rowOf(terminal, row, hasColours).map(spanOf).join('')

/** `undefined` when it is longer than `maxChars`: no more than that is made. */
const coloured = (terminal: Terminal, maxChars: number): string | undefined => {
  const rows: string[] = []
  let chars = -1
  for (let row = 0; row < terminal.rows; row += 1) {
    const markup = markupOf(terminal, row, true)
    chars += markup.length + 1
    if (chars > maxChars) return undefined
    rows.push(markup)
  }
  return rows.join('\n').trimEnd()
}

const plain = (terminal: Terminal, maxChars: number): string => {
  const rows: string[] = []
  let chars = -1
  for (let row = terminal.rows - 1; row >= 0; row -= 1) {
    const markup = markupOf(terminal, row, false)
    if (rows.length === 0 && markup === '') continue
    chars += markup.length + 1
    if (chars > maxChars) break
    rows.unshift(markup)
  }
  return rows.join('\n')
}

/**
 * What is on the screen, in `maxChars` at most; empty rows at the end are left out. Colours go first, then rows from the
 * top: the last ones are what a program said.
 */
export const screenMarkup = (terminal: Terminal, maxChars: number): string =>
  coloured(terminal, maxChars) ?? plain(terminal, maxChars)
