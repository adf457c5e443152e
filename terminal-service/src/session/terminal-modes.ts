// Follows the modes that a program sets on its terminal, so that a screen can be rebuilt without its whole past.

/** Private modes that change how later output or input is understood. Source: xterm's control sequences. */
const PRIVATE_MODES = new Set([
  1, 5, 6, 7, 9, 12, 25, 45, 47, 66, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 1047, 1048, 1049,
  2004,
])
const ESC = 0x1b
/** No sequence that is followed is longer; what may be its beginning is kept for the next chunk. Bytes. */
const MAX_SEQUENCE_BYTES = 32
/** Those that a soft reset (DECSTR) ends. Source: `softReset` of xterm.js. */
const SOFT_MODES = [1, 6, 7, 25, 45, 66, 1004, 2004]
const SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for.
  /\u001b(?:\[\?([\d;]{1,24})([hl])|(c)|([=>])|\[(\d{0,4}(?:;\d{0,4})?)r|([()])([0AB])|(\[!p))/g
/** What is more than a colour or a move, as few sequences are: only from the first of them on output is taken apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same.
const NOTABLE = /\u001b(?!\[[\d;]*[A-Za-qs-z])/

export class TerminalModes {
  readonly #set = new Map<number, boolean>()
  /** Designated character sets by `(` and `)`: line drawing is one. */
  readonly #charsets = new Map<string, string>()
  #keypad = ''
  /** Lines between which the screen scrolls, as they were set. */
  #margins = ''
  #carry = ''

  feed(bytes: Uint8Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (this.#carry === '' && !buffer.includes(ESC)) return
    const all = this.#carry + buffer.toString('latin1')
    const start = all.search(NOTABLE)
    this.#carry = ''
    if (start < 0) return
    const text = all.slice(start)
    let end = 0
    for (const match of text.matchAll(SEQUENCE)) {
      this.#apply(match)
      end = match.index + match[0].length
    }
    const last = text.lastIndexOf('\u001b')
    if (last >= end && text.length - last < MAX_SEQUENCE_BYTES) this.#carry = text.slice(last)
  }

  /** Sequences that bring a fresh terminal into the same modes. */
  preamble(): string {
    const modes = [...this.#set].map(([mode, isOn]) => `\u001b[?${mode}${isOn ? 'h' : 'l'}`)
    const charsets = [...this.#charsets].map(([slot, set]) => `\u001b${slot}${set}`)
    const margins = this.#margins && `\u001b[${this.#margins}r`
    return modes.join('') + this.#keypad + charsets.join('') + margins
  }

  #apply([, modes, toggle, reset, keypad, margins, slot, set, softReset]: RegExpExecArray) {
    if (reset || softReset) {
      if (reset) this.#set.clear()
      else for (const mode of SOFT_MODES) this.#set.delete(mode)
      this.#charsets.clear()
      this.#keypad = ''
      this.#margins = ''
    } else if (keypad) this.#keypad = `\u001b${keypad}`
    else if (margins !== undefined) this.#margins = margins
    else if (slot !== undefined) this.#designate(slot, set)
    else {
      for (const mode of (modes ?? '').split(';').map(Number)) {
        if (!PRIVATE_MODES.has(mode)) continue
        // Set anew, so that the order is that of the last change.
        this.#set.delete(mode)
        this.#set.set(mode, toggle === 'h')
      }
    }
  }

  #designate(slot: string, set = 'B') {
    if (set === 'B') this.#charsets.delete(slot)
    else this.#charsets.set(slot, set)
  }
}
