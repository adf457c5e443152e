// A line editor: bytes of a terminal in, bytes for its screen out, and the lines that were entered. Owns no terminal.
import { MAX_GUIDED_LINE_BYTES } from '../limits.ts'
import { type Complete, commonPrefix } from './completion.ts'
import { History } from './history.ts'
import { type Key, KeyDecoder } from './keys.ts'
import { draw, layOut, type Size, type Unit } from './layout.ts'
import { cellsOf } from './width.ts'

export type EditorEvent =
  | { on: 'line'; line: string }
  | { on: 'interrupt' }
  /** Ctrl-D on an empty line. */
  | { on: 'eof' }

export type Fed = {
  /** For the screen. */
  echo: string
  event?: EditorEvent
  /** What came after the key that brought the event about; not looked at. */
  rest: Uint8Array
}

export type EditorOptions = {
  /** `cells` without its escape sequences. */
  prompt: { text: string; cells: number }
  size: Size
  complete: Complete
}

const BELL = '\u0007'
const CLEAR = '\u001b[H\u001b[2J'
const NOTHING = new Uint8Array()

const isControlByte = (byte: number | undefined) =>
  byte !== undefined && (byte < 0x20 || byte === 0x7f)

/** A run of plain bytes, or one control byte: no character is cut by such a border. */
const runEnd = (data: Uint8Array, from: number): number => {
  let end = from + 1
  if (isControlByte(data[from])) return end
  while (end < data.length && !isControlByte(data[end])) end += 1
  return end
}

export class LineEditor {
  readonly #prompt: EditorOptions['prompt']
  readonly #complete: Complete
  readonly #keys = new KeyDecoder()
  readonly #history = new History()
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #size: Size
  #units: Unit[] = []
  #bytes = 0
  #cursor = 0
  #echo = ''
  #event: EditorEvent | undefined
  /** Row of the cursor below the first row that is drawn. */
  #row = 0
  #isWhole = true
  #isDirty = false
  /** Typed at the end of what is on the screen, and nothing else has happened. */
  #appended = ''
  #rings = false
  #lastWasTab = false

  constructor({ prompt, size, complete }: EditorOptions) {
    this.#prompt = prompt
    this.#size = size
    this.#complete = complete
  }

  get line(): string {
    return this.#units.map(({ text }) => text).join('')
  }

  get history(): readonly string[] {
    return this.#history.lines
  }

  /** Draws prompt and line; the cursor must be at the left border. */
  show(): string {
    this.#row = 0
    this.#repaint()
    return this.#takeEcho()
  }

  /** The terminal has moved its rows already: a line is broken where it was broken before. */
  resize(size: Size): string {
    this.#size = size
    const { row } = draw(this.#prompt, this.#units, this.#cursor, size)
    this.#row = row
    this.#repaint()
    return this.#takeEcho()
  }

  feed(data: Uint8Array): Fed {
    this.#event = undefined
    let at = 0
    while (at < data.length && !this.#event) {
      const end = runEnd(data, at)
      const text = this.#decoder.decode(data.subarray(at, end), { stream: true })
      for (const char of text) this.#push(char)
      at = end
    }
    const rest = at < data.length ? data.subarray(at) : NOTHING
    if (!this.#event) this.#paint()
    if (this.#rings) this.#echo += BELL
    this.#rings = false
    const event: EditorEvent | undefined = this.#event
    return { echo: this.#takeEcho(), rest, ...(event ? { event } : {}) }
  }

  #push(char: string) {
    const stroke = this.#keys.push(char)
    if (!stroke) return
    if ('text' in stroke) {
      this.#lastWasTab = false
      this.#insert(stroke.text)
    } else {
      const isSecondTab = this.#lastWasTab && stroke.key === 'tab'
      this.#lastWasTab = stroke.key === 'tab'
      this.#press(stroke.key, isSecondTab)
    }
  }

  #press(key: Key, isSecondTab: boolean) {
    const count = this.#units.length
    switch (key) {
      case 'enter':
        return this.#enter()
      case 'interrupt':
        this.#leave('^C')
        this.#history.reset()
        this.#set('')
        this.#isDirty = false
        this.#event = { on: 'interrupt' }
        return
      case 'end-of-input':
        if (count > 0) return this.#cut(this.#cursor, this.#cursor + 1)
        this.#event = { on: 'eof' }
        return
      case 'left':
        return this.#move(this.#cursor - 1)
      case 'right':
        return this.#move(this.#cursor + 1)
      case 'home':
        return this.#move(0)
      case 'end':
        return this.#move(count)
      case 'word-left':
        return this.#move(this.#wordStart())
      case 'word-right':
        return this.#move(this.#wordEnd())
      case 'backspace':
        return this.#cut(this.#cursor - 1, this.#cursor)
      case 'delete':
        return this.#cut(this.#cursor, this.#cursor + 1)
      case 'kill-to-end':
        return this.#cut(this.#cursor, count)
      case 'kill-to-start':
        return this.#cut(0, this.#cursor)
      case 'kill-word':
        return this.#cut(this.#wordStart(), this.#cursor)
      case 'up':
        return this.#recall(1)
      case 'down':
        return this.#recall(-1)
      case 'clear-screen':
        this.#echo += CLEAR
        this.#row = 0
        this.#touch()
        return
      case 'tab':
        return this.#tab(isSecondTab)
    }
  }

  #enter() {
    const { line } = this
    this.#leave()
    this.#history.add(line)
    this.#set('')
    this.#isDirty = false
    this.#event = { on: 'line', line }
  }

  #insert(char: string) {
    const cells = cellsOf(char)
    const bytes = Buffer.byteLength(char)
    if (cells === undefined) return
    if (this.#bytes + bytes > MAX_GUIDED_LINE_BYTES) {
      this.#rings = true
      return
    }
    this.#bytes += bytes
    const before = this.#units[this.#cursor - 1]
    if (cells === 0 && before) {
      this.#units[this.#cursor - 1] = { text: before.text + char, cells: before.cells }
      return this.#touch()
    }
    const isAppended = this.#cursor === this.#units.length && cells > 0
    this.#units.splice(this.#cursor, 0, { text: char, cells })
    this.#cursor += 1
    if (isAppended && !this.#isDirty) this.#appended += char
    else this.#touch()
  }

  #cut(from: number, to: number) {
    const start = Math.max(0, from)
    const cut = this.#units.splice(start, Math.max(0, to - start))
    if (cut.length === 0) {
      this.#rings = true
      return
    }
    this.#bytes -= Buffer.byteLength(cut.map(({ text }) => text).join(''))
    this.#cursor = Math.min(start, this.#units.length)
    this.#touch()
  }

  #move(to: number) {
    const next = Math.min(Math.max(0, to), this.#units.length)
    if (next === this.#cursor) return
    this.#cursor = next
    this.#touch()
  }

  #isBlankAt(index: number): boolean {
    return this.#units[index]?.text === ' '
  }

  #wordStart(): number {
    let at = this.#cursor
    while (at > 0 && this.#isBlankAt(at - 1)) at -= 1
    while (at > 0 && !this.#isBlankAt(at - 1)) at -= 1
    return at
  }

  #wordEnd(): number {
    let at = this.#cursor
    while (at < this.#units.length && this.#isBlankAt(at)) at += 1
    while (at < this.#units.length && !this.#isBlankAt(at)) at += 1
    return at
  }

  #recall(by: 1 | -1) {
    const line = this.#history.step(by, this.line)
    if (line === undefined) this.#rings = true
    else this.#set(line)
  }

  #set(line: string) {
    this.#units = []
    this.#bytes = 0
    this.#cursor = 0
    this.#touch()
    for (const char of line) this.#insert(char)
  }

  #tab(isSecond: boolean) {
    const before = this.#units
      .slice(0, this.#cursor)
      .map(({ text }) => text)
      .join('')
    const { typed, candidates } = this.#complete(before)
    const more = commonPrefix(candidates).slice(typed.length)
    const isOnly = candidates.length === 1
    if (more !== '' || isOnly) {
      for (const char of `${more}${isOnly ? ' ' : ''}`) this.#insert(char)
      this.#lastWasTab = false
    } else if (isSecond && candidates.length > 0) {
      this.#list(candidates)
    } else {
      this.#rings = true
    }
  }

  #list(candidates: readonly string[]) {
    const cursor = this.#cursor
    this.#leave()
    this.#echo += `${candidates.join('  ')}\r\n`
    this.#cursor = cursor
    this.#touch()
  }

  /** Leaves the cursor at the left border below the whole line. */
  #leave(mark = '') {
    if (this.#cursor !== this.#units.length) {
      this.#cursor = this.#units.length
      this.#touch()
    }
    this.#paint()
    const end = layOut(this.#prompt.cells, this.#units, this.#size).at(-1)
    const isAtBorder = end !== undefined && end.col === 0 && end.row > 0
    this.#echo += isAtBorder && mark === '' ? '' : `${mark}\r\n`
    this.#row = 0
  }

  #touch() {
    this.#isDirty = true
    this.#appended = ''
  }

  #paint() {
    if (this.#isDirty) return this.#repaint()
    if (this.#appended === '') return
    const places = layOut(this.#prompt.cells, this.#units, this.#size)
    const end = places.at(-1) ?? { row: 0, col: 0 }
    if (!this.#isWhole || end.row >= this.#size.rows) return this.#repaint()
    this.#echo += this.#appended
    if (end.col === 0 && end.row > 0) this.#echo += ' \r'
    this.#row = end.row
    this.#appended = ''
  }

  #repaint() {
    const { bytes, row, isWhole } = draw(this.#prompt, this.#units, this.#cursor, this.#size)
    const up = this.#row > 0 ? `\u001b[${this.#row}A` : ''
    this.#echo += `${up}\r\u001b[J${bytes}`
    this.#row = row
    this.#isWhole = isWhole
    this.#isDirty = false
    this.#appended = ''
  }

  #takeEcho(): string {
    const echo = this.#echo
    this.#echo = ''
    return echo
  }
}
