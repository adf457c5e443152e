// How many cells a character takes in the terminal, for the browser that draws it and the line editor that counts it: xterm's
// Unicode 11 table, most of it from the engine's regular expressions, so that no page has to fetch a table of 11 KB.

/** First and last of what takes two cells besides emoji, in hexadecimal. */
const WIDE = (
  '1100-115f 2329-232a 2e80-303e 3041-3247 3250-4dbf 4e00-a4c6 a960-a97c ac00-d7a3 f900-faff fe10-fe19 fe30-fe6b ' +
  'ff01-ff60 ffe0-ffe6 16fe0-16fe3 17000-18af2 1b000-1b11e 1b150-1b152 1b164-1b167 1b170-1b2fb 1f200-1f202 ' +
  '1f210-1f23b 1f240-1f248 1f260-1f265 20000-2fffd 30000-3fffd'
)
  .split(' ')
  .map((range) => range.split('-').map((end) => Number.parseInt(end, 16)))
const COMBINING = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u
const EMOJI = /^\p{Emoji_Presentation}$/u
/** Emoji from here on are younger than what programs count with; flags are letters to them. */
const YOUNG_EMOJI = 0x1fa96
const isFlag = (code: number) => code >= 0x1f1e6 && code <= 0x1f1ff

const measure = (code: number): 0 | 1 | 2 => {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0
  if (code < 0x300) return 1
  const char = String.fromCodePoint(code)
  if (COMBINING.test(char)) return 0
  if (WIDE.some(([first = 0, last = 0]) => code >= first && code <= last)) return 2
  return EMOJI.test(char) && code < YOUNG_EMOJI && !isFlag(code) ? 2 : 1
}

/** Measured once: cells + 1 of each character below U+10000, 0 where it was not asked for. */
const known = new Uint8Array(0x10000)

/** Cells of one code point; 0 for what joins the character before it, and for control characters. */
export const cellsOf = (code: number): 0 | 1 | 2 => {
  const cells = (known[code] || measure(code) + 1) - 1
  if (code < known.length) known[code] = cells + 1
  return cells as 0 | 1 | 2
}
