// A terminal emulator that parses a given number of bytes a second and does nothing else: the part of a browser that flow control is about.

/** How often what was parsed meanwhile is counted, in milliseconds. */
const TICK_MS = 4

type Mark = { at: number; done: () => void }

export type EmulatorOptions = {
  /** `Infinity` parses at once, 0 never. xterm.js is at 5 000 to 35 000. */
  bytesPerMs: number
  onParsed?: (total: number) => void
  now?: () => number
}

/** Its one timer runs only while something waits to be parsed. */
export class Emulator {
  #bytesPerMs: number
  readonly #onParsed: (total: number) => void
  readonly #now: () => number
  #accepted = 0
  #parsed = 0
  #lastMs = 0
  #marks: Mark[] = []
  #timer: NodeJS.Timeout | undefined

  constructor({ bytesPerMs, onParsed, now }: EmulatorOptions) {
    this.#bytesPerMs = bytesPerMs
    this.#onParsed = onParsed ?? (() => undefined)
    this.#now = now ?? (() => performance.now())
  }

  /** Bytes that have arrived and are not parsed. */
  get backlogBytes(): number {
    this.#count()
    return this.#accepted - this.#parsed
  }

  /** How long until what is here is parsed, in milliseconds. */
  get backlogMs(): number {
    const bytes = this.backlogBytes
    return bytes === 0 ? 0 : bytes / this.#bytesPerMs
  }

  /** `done` is called when everything up to and including these bytes is parsed. */
  accept(bytes: number, done?: () => void): void {
    this.#count()
    this.#accepted += bytes
    if (done) this.#marks.push({ at: this.#accepted, done })
    this.tick()
  }

  /** Counts what has been parsed since; called by its timer. */
  tick(): void {
    const before = this.#parsed
    this.#count()
    while (this.#marks[0] && this.#marks[0].at <= this.#parsed) this.#marks.shift()?.done()
    if (this.#parsed > before) this.#onParsed(this.#parsed)
    const mustGoOn = this.#parsed < this.#accepted && this.#bytesPerMs > 0
    if (!mustGoOn || this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.tick()
    }, TICK_MS)
  }

  /** Parses nothing from now on. */
  stall(): void {
    this.#count()
    this.#bytesPerMs = 0
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#marks = []
  }

  #count() {
    const nowMs = this.#now()
    const waiting = this.#accepted - this.#parsed
    const could = waiting === 0 ? 0 : (nowMs - this.#lastMs) * this.#bytesPerMs
    if (this.#bytesPerMs === Number.POSITIVE_INFINITY) this.#parsed = this.#accepted
    else this.#parsed += Math.min(waiting, could)
    this.#lastMs = nowMs
  }
}
