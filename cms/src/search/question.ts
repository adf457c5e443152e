// A question as people type it, understood: words, "phrases", -words that must not be there, or; the last word may be unfinished.
import { foldText } from './fold.ts'

export type Term = { word: string; isPrefix: boolean }

export type Question = {
  /** For `websearch_to_tsquery`: folded, so that nothing in it means anything but what is said above. */
  web: string
  /** For `to_tsquery`, beside the other; empty where the last word is no prefix. */
  prefix: string
  /** What is to be found, for showing where it was. */
  terms: Term[]
}

type Token = { kind: 'phrase' | 'not' | 'or' | 'words'; words: string[] }

const tokensOf = (text: string): Token[] =>
  [...text.normalize('NFKC').matchAll(/"([^"]*)"?|(-?)([^\s"]+)/g)].flatMap(
    ([, phrase, minus, plain = '']): Token[] => {
      const words = foldText(phrase ?? plain)
        .split(' ')
        .filter(Boolean)
      if (words.length === 0) return []
      if (phrase !== undefined) return [{ kind: 'phrase', words }]
      if (minus === '-') return [{ kind: 'not', words }]
      return [{ kind: words.join() === 'or' ? 'or' : 'words', words }]
    },
  )

const webOf = ({ kind, words }: Token): string => {
  const text = words.join(' ')
  if (kind === 'phrase') return `"${text}"`
  if (kind === 'not') return `-"${text}"`
  return text
}

/** Nothing when there is nothing to look for. */
export const questionOf = (text: string): Question | undefined => {
  const tokens = tokensOf(text)
  const terms = tokens
    .filter(({ kind }) => kind === 'phrase' || kind === 'words')
    .flatMap(({ words }) => words)
    .map((word) => ({ word, isPrefix: false }))
  const lastTerm = terms.at(-1)
  if (!lastTerm) return undefined
  const last = tokens.at(-1)
  // Beside an "or", the last word belongs to one side of it only.
  const canBeUnfinished = last?.kind === 'words' && tokens.every(({ kind }) => kind !== 'or')
  if (!canBeUnfinished) return { web: tokens.map(webOf).join(' '), prefix: '', terms }
  const whole = [...tokens.slice(0, -1), { ...last, words: last.words.slice(0, -1) }]
  lastTerm.isPrefix = true
  return { web: whole.map(webOf).join(' ').trim(), prefix: `'${lastTerm.word}':*`, terms }
}
