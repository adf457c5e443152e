// How many cells a character takes on the line that the editor draws, and which it cannot hold.
import { cellsOf as cellsInBrowser } from '@shellfolio/protocol'

const JOINERS = new Set(['\u200c', '\u200d'])
/** Control characters, direction marks, line ends, halves of pairs, and what stands for broken input. */
const UNTYPEABLE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{fffd}]$/u

/** Cells of one character; `undefined` for what a line cannot hold. */
export const cellsOf = (char: string): 0 | 1 | 2 | undefined => {
  if (UNTYPEABLE.test(char) && !JOINERS.has(char)) return undefined
  return cellsInBrowser(char.codePointAt(0) ?? 0)
}
