// Splits code into lines and coloured pieces. Pure text until the server has loaded its highlighter: nothing of that is here.
import { LIMITS } from '../limits.ts'
import type { TokenKind } from './kinds.ts'

export type Token = { kind: TokenKind | null; text: string }
export type Line = readonly Token[]

/** What the server loads. `language`: one of its own names. */
export type Highlighter = (code: string, language: string) => Line[]

/** Each of Next's bundles has its own copy of this module; the grammars are too large to have twice. */
const KEY = Symbol.for('shellfolio.highlighter')
const holder = globalThis as { [KEY]?: Highlighter }

export const setHighlighter = (highlighter: Highlighter | undefined): void => {
  if (highlighter) holder[KEY] = highlighter
  else delete holder[KEY]
}

export const hasHighlighter = (): boolean => holder[KEY] !== undefined

/** Languages by the names that people give them in Markdown and in the CMS. */
const NAMES = new Map([
  ...['c', 'cpp', 'make', 'bash', 'python', 'javascript', 'typescript', 'json'].map(
    (name): [string, string] => [name, name],
  ),
  ['h', 'c'],
  ['c++', 'cpp'],
  ['makefile', 'make'],
  ['sh', 'bash'],
  ['shell', 'bash'],
  ['py', 'python'],
  ['js', 'javascript'],
  ['ts', 'typescript'],
])

/** The name that the site knows a language by; null for one that it does not. */
export const languageOf = (name: string | null): string | null =>
  NAMES.get(name?.toLowerCase() ?? '') ?? null

const plain = (code: string): Line[] =>
  code.split('\n').map((text) => (text ? [{ kind: null, text }] : []))

/** The code in lines of pieces; joined, they are the code again. What is too long or of an unknown language stays plain. */
export const highlight = (code: string, name: string | null): Line[] => {
  const language = languageOf(name)
  const highlighter = holder[KEY]
  if (!language || !highlighter || code.length > LIMITS.highlightMaxCharacters) return plain(code)
  return highlighter(code, language)
}
