// What a program has printed, as a reader sees it: without escape sequences, searched as it comes, only its end kept.
import { SMOKE_TAIL_CHARS } from '../limits.ts'

/** A sequence that is longer than this is taken for text, in characters. */
const MAX_HELD_CHARS = 4096

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: control characters are what they look for.
const ESCAPE =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[PX^_][^\u001b]*\u001b\\|[ -/]*[0-OQ-WYZ\\`-~])/g
const BEGUN =
  /(?:\r|\u001b(?:\[[0-?]*[ -/]*|\][^\u0007\u001b]*\u001b?|[PX^_][^\u001b]*\u001b?|[ -/]*)?)$/
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: see above.

export class OutputView {
  readonly #expect: string
  readonly #decoder = new TextDecoder()
  #held = ''
  #text = ''
  #matched: boolean

  constructor(expect = '') {
    this.#expect = expect.replace(/\r\n?/g, '\n')
    this.#matched = this.#expect === ''
  }

  get matched(): boolean {
    return this.#matched
  }

  get tail(): string {
    return this.#text.slice(-SMOKE_TAIL_CHARS)
  }

  push(data: Uint8Array): void {
    const raw = this.#held + this.#decoder.decode(data, { stream: true })
    const begun = BEGUN.exec(raw)?.[0] ?? ''
    this.#held = begun.length > MAX_HELD_CHARS ? '' : begun
    const whole = raw.slice(0, raw.length - this.#held.length)
    const plain = whole.replace(ESCAPE, '').replace(/\r\n?/g, '\n').replace(CONTROL, '')
    const text = this.#text + plain
    this.#matched ||= text.includes(this.#expect)
    this.#text = text.slice(-Math.max(SMOKE_TAIL_CHARS, this.#expect.length))
  }
}
