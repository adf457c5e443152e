// Lines that were entered, for the arrow keys; what was being typed comes back below the newest.
import { MAX_GUIDED_HISTORY } from '../limits.ts'

export class History {
  readonly #lines: string[] = []
  /** Counted from the newest, 1; 0 is the draft. */
  #back = 0
  #draft = ''

  get lines(): readonly string[] {
    return this.#lines
  }

  add(line: string): void {
    this.#back = 0
    if (line.trim() === '' || line === this.#lines.at(-1)) return
    this.#lines.push(line)
    if (this.#lines.length > MAX_GUIDED_HISTORY) this.#lines.shift()
  }

  reset(): void {
    this.#back = 0
  }

  /** The line one step older (1) or newer (-1) than `current`; `undefined` when there is none. */
  step(by: 1 | -1, current: string): string | undefined {
    const back = this.#back + by
    if (back < 0 || back > this.#lines.length) return undefined
    if (this.#back === 0) this.#draft = current
    this.#back = back
    return back === 0 ? this.#draft : this.#lines.at(-back)
  }
}
