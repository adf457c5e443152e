// Our own sentences in a guided terminal, broken between words where the screen ends.
import { cellsOf } from './width.ts'

const LINE_END = '\r\n'
/** Continued lines stand so much further in than the first, in cells. */
const HANG = 2
/** Room that is left beside the indentation at the least; a narrower screen breaks the words itself. In cells. */
const MIN_ROOM = 16

const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (cellsOf(char) ?? 0), 0)

/** `line` has neither control characters nor line ends; each line of the answer has one. A word that does not fit stays whole. */
export const wrap = (line: string, cols: number): string => {
  const indent = /^ */.exec(line)?.[0] ?? ''
  const hanging = `${indent}${' '.repeat(HANG)}`
  if (cols - hanging.length < MIN_ROOM) return line + LINE_END
  const [first = '', ...words] = line.slice(indent.length).split(/ (?! )/)
  let lines = ''
  let current = indent + first
  for (const word of words) {
    if (widthOf(current) + 1 + widthOf(word) <= cols) current += ` ${word}`
    else {
      lines += current.trimEnd() + LINE_END
      current = hanging + word.trimStart()
    }
  }
  return lines + current + LINE_END
}
