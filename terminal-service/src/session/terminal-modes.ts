// Follows the modes that a program sets on its terminal, so that a screen can be rebuilt without its whole past.

/** Private modes that change how later output or input is understood. Source: xterm's control sequences. */
const PRIVATE_MODES = new Set([
  1, 5, 6, 7, 9, 12, 25, 45, 47, 66, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 1047, 1048, 1049,
  2004,
])
const ESC = 0x1b
/** No sequence that is followed is longer; what may be its beginning is kept for the next chunk. Bytes. */
const MAX_SEQUENCE_BYTES = 32
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what it looks for.
const SEQUENCE = /\u001b(?:\[\?([\d;]{1,24})([hl])|(c)|([=>]))/g

export class TerminalModes {
  readonly #set = new Map<number, boolean>()
  #keypad = ''
  #carry = ''

  feed(bytes: Uint8Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (this.#carry === '' && !buffer.includes(ESC)) return
    const text = this.#carry + buffer.toString('latin1')
    let end = 0
    for (const match of text.matchAll(SEQUENCE)) {
      this.#apply(match)
      end = match.index + match[0].length
    }
    const last = text.lastIndexOf('\u001b')
    this.#carry = last >= end && text.length - last < MAX_SEQUENCE_BYTES ? text.slice(last) : ''
  }

  /** Sequences that bring a fresh terminal into the same modes. */
  preamble(): string {
    const modes = [...this.#set].map(([mode, isOn]) => `\u001b[?${mode}${isOn ? 'h' : 'l'}`)
    return modes.join('') + this.#keypad
  }

  #apply([, modes, toggle, reset, keypad]: RegExpExecArray) {
    if (reset) {
      this.#set.clear()
      this.#keypad = ''
    } else if (keypad) this.#keypad = `\u001b${keypad}`
    else {
      for (const mode of (modes ?? '').split(';').map(Number)) {
        if (!PRIVATE_MODES.has(mode)) continue
        // Set anew, so that the order is that of the last change.
        this.#set.delete(mode)
        this.#set.set(mode, toggle === 'h')
      }
    }
  }
}
