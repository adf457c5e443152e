// Tells xterm how many cells a character takes, in place of the tables of an addon.
import { cellsOf } from '@shellfolio/protocol'
import type { IUnicodeVersionProvider } from '@xterm/xterm'

/** What xterm keeps of a character: whether it joins the one before in bit 0, its cells in bits 1 and 2. */
const pack = (cells: number, isJoined: boolean) => (cells << 1) | Number(isJoined)
const cellsIn = (packed: number) => (packed >> 1) & 3

/** Combining characters join what they stand on and take its width. `preceding`: packed, 0 where there is none. */
export const unicodeWidths: IUnicodeVersionProvider = {
  version: 'shellfolio',
  wcwidth: cellsOf,
  charProperties: (code, preceding) => {
    const cells = cellsOf(code)
    const before = cells === 0 && preceding !== 0 ? cellsIn(preceding) : 0
    return before > 0 ? pack(before, true) : pack(cells, false)
  },
}
