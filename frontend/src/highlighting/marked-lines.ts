// Which lines of a listing are marked, from what an owner wrote: `3-5,9`.

export type LineRange = { first: number; last: number }

const PART = /^\s*(\d{1,6})(?:-(\d{1,6}))?\s*$/

/** Ranges within a listing of `lines` lines, in order; what is written otherwise or lies beyond its end is passed over. */
export const markedRanges = (text: string | null, lines: number): LineRange[] =>
  (text ?? '')
    .split(',')
    .flatMap((part) => {
      const [, from, to = from] = PART.exec(part) ?? []
      const first = Math.max(1, Number(from))
      const last = Math.min(lines, Number(to))
      return first <= last ? [{ first, last }] : []
    })
    .sort((a, b) => a.first - b.first)

export const isMarked = (ranges: readonly LineRange[], line: number): boolean =>
  ranges.some(({ first, last }) => first <= line && line <= last)
