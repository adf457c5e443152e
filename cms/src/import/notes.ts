// What became of a row besides its document: what was shortened, renamed or left out, with the beginning of its value.
import { IMPORT } from '../limits.ts'

export type Notes = {
  /** `where`: a field, or a part of one. `value`: shown by its beginning. */
  add: (where: string, what: string, value?: unknown) => void
  list: () => string[]
}

/** One line without control characters: a terminal shows it. */
export const shown = (value: unknown): string => {
  const room = IMPORT.shownCharacters
  const text = typeof value === 'string' ? value.slice(0, 2 * room) : jsonStart(value)
  const line = Buffer.from(text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')).toString('utf8')
  return line.length > room ? `${line.slice(0, room)}…` : line
}

/** Never goes deeper: nothing bounds how deep it is. */
const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null ? '…' : shown(value)

const jsonStart = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.slice(0, 3).map(plain).join(', ')}`
  if (typeof value !== 'object' || value === null) return String(value)
  const [first] = Object.entries(value)
  return first ? `{${shown(first[0])}: ${plain(first[1])}` : '{}'
}

export const createNotes = (): Notes => {
  const notes: string[] = []
  let more = 0
  return {
    add: (where, what, value) => {
      if (notes.length >= IMPORT.maxNotes) more += 1
      else
        notes.push(`${shown(where)}: ${what}${value === undefined ? '' : ` (“${shown(value)}”)`}`)
    },
    list: () => (more > 0 ? [...notes, `and ${more} more notes`] : [...notes]),
  }
}
