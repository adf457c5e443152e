// What a text says around the words that were asked for, in pieces: those words, and what is between them.
import { SEARCH } from '../limits.ts'
import { foldText } from './fold.ts'
import type { Term } from './question.ts'

export type Piece = { text: string; isMatch: boolean }

type Span = { start: number; end: number }

/** Words before the first match that are shown with it, in characters. */
const LEAD = 60

const isWanted = (word: string, terms: readonly Term[]): boolean => {
  const folded = foldText(word)
  return terms.some(
    (term) => folded === term.word || (term.isPrefix && folded.startsWith(term.word)),
  )
}

const matchesIn = (text: string, terms: readonly Term[]): Span[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => isWanted(word, terms))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))

const cut = (text: string, { start, end }: Span, matches: readonly Span[]): Piece[] => {
  const pieces: Piece[] = []
  const add = (from: number, to: number, isMatch: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), isMatch })
  }
  let at = start
  for (const match of matches) {
    if (match.start < at || match.end > end) continue
    add(at, match.start, false)
    add(match.start, match.end, true)
    at = match.end
  }
  add(at, end, false)
  return pieces
}

/** The whole of a short text. */
export const markIn = (text: string, terms: readonly Term[]): Piece[] =>
  cut(text, { start: 0, end: text.length }, matchesIn(text, terms))

/** Where a word begins, at `index` or later, but not after `latest`. */
const wordFrom = (text: string, index: number, latest: number): number => {
  if (index <= 0) return 0
  const space = text.indexOf(' ', index)
  return space === -1 || space >= latest ? latest : space + 1
}

/** About `SEARCH.excerpt` characters around the first match; the beginning of a text without any. */
export const excerptOf = (text: string, terms: readonly Term[]): Piece[] => {
  const flat = text.replace(/\s+/g, ' ').trim()
  const matches = matchesIn(flat, terms)
  const first = matches[0]?.start ?? 0
  const start = wordFrom(flat, first - LEAD, first)
  const wanted = start + SEARCH.excerpt
  const lastSpace = flat.lastIndexOf(' ', wanted)
  const end =
    wanted >= flat.length || lastSpace <= first ? Math.min(wanted, flat.length) : lastSpace
  const pieces = cut(flat, { start, end }, matches)
  return [
    ...(start > 0 ? [{ text: '…', isMatch: false }] : []),
    ...pieces,
    ...(end < flat.length ? [{ text: '…', isMatch: false }] : []),
  ]
}
