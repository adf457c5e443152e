// The text of a source file as a page shows it: as much of it as is good to read, and in the order in which it runs. Pure.
import { LIMITS } from '../limits.ts'

/** Signs without a look of their own that turn the order of what stands around them, or hide in it. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g
/** Colours of terminals, and other signs that are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

const pointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** With what cannot be seen written out, so that code is read as it runs and a name is read as it is. */
export const visible = (text: string): string =>
  text.replaceAll(INVISIBLE, pointOf).replaceAll(CONTROL, pointOf)

export type ShownText = {
  text: string
  /** Of the whole file, and of `text`. */
  lines: number
  shownLines: number
  /** Whether something of the file is left out. */
  isCut: boolean
  /** Whether something invisible was written out. */
  isSpelledOut: boolean
}

/** A mark at its beginning says how a file is encoded, and is none of its signs. */
const MARK = /^\ufeff/

export const shownText = (whole: string): ShownText => {
  const { maxFileLines, maxFileCharacters } = LIMITS.source
  const all = whole.replace(MARK, '').replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
  const shown: string[] = []
  let left: number = maxFileCharacters
  for (const line of all.slice(0, maxFileLines)) {
    // A line that is too long for a page by itself is cut; there is no other way to show any of it.
    if (shown.length > 0 && line.length > left) break
    shown.push(line.slice(0, left))
    left -= line.length + 1
    if (left < 0) break
  }
  const text = shown.join('\n')
  const told = visible(text)
  return {
    text: told,
    lines: all.length,
    shownLines: shown.length,
    isCut: text.length < all.join('\n').length,
    isSpelledOut: told !== text,
  }
}

const LANGUAGES: readonly [language: string, name: RegExp][] = [
  ['c', /\.[ch]$/],
  ['cpp', /\.(?:cc|cpp|cxx|hh|hpp|hxx|tpp)$/],
  ['make', /^(?:gnu)?makefile$|\.(?:mk|make)$/],
  ['bash', /\.(?:sh|bash)$|^\.?(?:bashrc|profile)$/],
  ['python', /\.pyi?$/],
  ['typescript', /\.[cm]?tsx?$/],
  ['javascript', /\.[cm]?jsx?$/],
  ['json', /\.json$/],
]

/** The language that a file of this name is written in, as the site calls it; null for one that it does not know. */
export const languageOfFile = (name: string): string | null =>
  LANGUAGES.find(([, pattern]) => pattern.test(name.toLowerCase()))?.[0] ?? null
