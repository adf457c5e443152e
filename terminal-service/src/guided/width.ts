// How many cells a character takes, as the terminal in the browser counts them: xterm.js with its Unicode 11 table.

/** First and last of what takes two cells besides emoji. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3040, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18af2],
  [0x1b000, 0x1b11e],
  [0x1b150, 0x1b152],
  [0x1b164, 0x1b167],
  [0x1b170, 0x1b2fb],
  [0x1f200, 0x1f202],
  [0x1f210, 0x1f23b],
  [0x1f240, 0x1f248],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
]
const COMBINING = /^[\p{Mn}\p{Me}\u{1160}-\u{11ff}\u{200c}\u{200d}]$/u
const EMOJI = /^\p{Emoji_Presentation}$/u
/** Flags are letters there, and newer emoji are not known. */
const isWideEmoji = (char: string, code: number) =>
  EMOJI.test(char) && code < 0x1fa83 && !(code >= 0x1f1e6 && code <= 0x1f1ff)
/** Control characters, direction marks, line ends, halves of pairs, and what stands for broken input. */
const UNTYPEABLE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{fffd}]$/u

/** Cells of one code point; `undefined` for what a line cannot hold. */
export const cellsOf = (char: string): 0 | 1 | 2 | undefined => {
  if (char >= ' ' && char <= '~') return 1
  if (COMBINING.test(char)) return 0
  if (UNTYPEABLE.test(char)) return undefined
  const code = char.codePointAt(0) ?? 0
  const isWide =
    WIDE.some(([first, last]) => code >= first && code <= last) || isWideEmoji(char, code)
  return isWide ? 2 : 1
}
