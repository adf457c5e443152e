// Lines of a listing that are marked, written as “3-5,9”.

export type LineRange = { first: number; last: number }

const PART = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/

/** Ranges in the order in which they are written; `undefined` when it is not written as above. */
export const parseLineRanges = (text: string): LineRange[] | undefined => {
  const ranges: LineRange[] = []
  for (const part of text.split(',')) {
    const match = PART.exec(part.trim())
    if (!match) return undefined
    const first = Number(match[1])
    const last = Number(match[2] ?? match[1])
    if (last < first) return undefined
    ranges.push({ first, last })
  }
  return ranges
}

/** Validates marked lines of `code`; empty is fine. */
export const checkLineRanges = (text: unknown, code: unknown): true | string => {
  if (text === undefined || text === null || text === '') return true
  const ranges = typeof text === 'string' ? parseLineRanges(text) : undefined
  if (!ranges) return 'Give lines such as “3-5,9”.'
  const lines = typeof code === 'string' ? code.replace(/\n$/, '').split('\n').length : 0
  const beyond = ranges.find(({ last }) => last > lines)
  return !beyond || `There is no line ${beyond.last}: the code has ${lines}.`
}
