// From the bytes of a terminal to what its user meant: text, keys, a paste. Everything else is swallowed.

export type Key =
  | 'enter'
  | 'interrupt'
  | 'end-of-input'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  | 'word-left'
  | 'word-right'
  | 'backspace'
  | 'delete'
  | 'kill-to-end'
  | 'kill-to-start'
  | 'kill-word'
  | 'clear-screen'
  | 'tab'
export type Stroke = { key: Key } | { text: string }

const ESC = '\u001b'
/** A sequence that is longer is taken for none, in characters. */
const MAX_SEQUENCE_CHARS = 64
/** The same for sequences that carry text. */
const MAX_STRING_CHARS = 4096

const CONTROLS: Record<string, Key> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\u0001': 'home',
  '\u0002': 'left',
  '\u0003': 'interrupt',
  '\u0004': 'end-of-input',
  '\u0005': 'end',
  '\u0006': 'right',
  '\u0008': 'backspace',
  '\u000b': 'kill-to-end',
  '\u000c': 'clear-screen',
  '\u000e': 'down',
  '\u0010': 'up',
  '\u0015': 'kill-to-start',
  '\u0017': 'kill-word',
  '\u007f': 'backspace',
}
const FINALS: Record<string, Key> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
}
const NUMBERS: Record<string, Key> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  7: 'home',
  8: 'end',
}
const ALT: Record<string, Key> = { b: 'word-left', f: 'word-right', '\u007f': 'kill-word' }

const isControl = (char: string) => char < ' ' || char === '\u007f'

export class KeyDecoder {
  #state: 'ground' | 'escape' | 'csi' | 'ss3' | 'string' = 'ground'
  #sequence = ''
  #stringChars = 0
  #isPasting = false
  #wasReturn = false

  /** One character of input; what it completes, if anything. */
  push(char: string): Stroke | undefined {
    switch (this.#state) {
      case 'ground':
        return this.#ground(char)
      case 'escape':
        return this.#escape(char)
      case 'ss3':
        this.#state = 'ground'
        return this.#key(FINALS[char])
      case 'string':
        return this.#string(char)
      case 'csi':
        return this.#csi(char)
    }
  }

  #ground(char: string): Stroke | undefined {
    const isSecondHalf = char === '\n' && this.#wasReturn
    this.#wasReturn = char === '\r'
    if (char === ESC) {
      this.#state = 'escape'
      return undefined
    }
    if (!isControl(char)) return { text: char }
    if (isSecondHalf) return undefined
    // A paste is one line: it must not run what its reader has not seen.
    if (this.#isPasting) return '\r\n\t'.includes(char) ? { text: ' ' } : undefined
    return this.#key(CONTROLS[char])
  }

  #escape(char: string): Stroke | undefined {
    if (char === ESC) return undefined
    this.#state = 'ground'
    if (char === '[') {
      this.#state = 'csi'
      this.#sequence = ''
    } else if (char === 'O') {
      this.#state = 'ss3'
    } else if (']PX^_'.includes(char)) {
      this.#state = 'string'
      this.#stringChars = 0
    } else if (Object.hasOwn(ALT, char)) {
      return this.#key(ALT[char])
    } else if (isControl(char)) {
      return this.#ground(char)
    }
    return undefined
  }

  #string(char: string): Stroke | undefined {
    this.#stringChars += 1
    if (char === ESC) this.#state = 'escape'
    else if (char === '\u0007' || this.#stringChars > MAX_STRING_CHARS) this.#state = 'ground'
    // Whoever has opened one by accident gets out by the keys that always do.
    else if (char === '\r' || char === '\u0003') {
      this.#state = 'ground'
      return this.#ground(char)
    }
    return undefined
  }

  #csi(char: string): Stroke | undefined {
    if (char === ESC) {
      this.#state = 'escape'
      return undefined
    }
    if (isControl(char)) {
      this.#state = 'ground'
      return this.#ground(char)
    }
    if (char < '@' && this.#sequence.length < MAX_SEQUENCE_CHARS) {
      this.#sequence += char
      return undefined
    }
    this.#state = 'ground'
    return this.#sequenceEnds(char)
  }

  #sequenceEnds(final: string): Stroke | undefined {
    if (final !== '~') {
      const hasModifier = /^1;[3579]$/.test(this.#sequence)
      if (hasModifier && final === 'C') return this.#key('word-right')
      if (hasModifier && final === 'D') return this.#key('word-left')
      return this.#key(FINALS[final])
    }
    if (this.#sequence === '200') this.#isPasting = true
    else if (this.#sequence === '201') this.#isPasting = false
    this.#wasReturn = false
    const [number = ''] = this.#sequence.split(';')
    return this.#key(NUMBERS[number])
  }

  #key(key: Key | undefined): Stroke | undefined {
    return key === undefined || this.#isPasting ? undefined : { key }
  }
}
