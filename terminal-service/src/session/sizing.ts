// The size that the visitor's browser asks for and the one that the program has: it follows at a bounded rate. Pure.
import { RESIZE_EVERY_MS } from '../limits.ts'
import type { Agenda } from './agenda.ts'
import type { Audience, Size } from './audience.ts'

export class Sizing {
  readonly #agenda: Agenda
  readonly #audience: Audience
  #wanted: Size = { cols: 80, rows: 24 }
  #applied: Size = this.#wanted

  constructor(agenda: Agenda, audience: Audience) {
    this.#agenda = agenda
    this.#audience = audience
  }

  get wanted(): Size {
    return this.#wanted
  }

  get applied(): Size {
    return this.#applied
  }

  ask({ cols, rows }: Size): void {
    this.#wanted = { cols, rows }
  }

  /** The size of a program that is about to begin, which has it from the start. */
  begin(): Size {
    this.#applied = this.#wanted
    return this.#wanted
  }

  /** Gives the program the size that was asked for last; soon, where it was given one just now. */
  follow(): void {
    if (!this.#agenda.isArmed('resize')) this.apply()
  }

  apply(): void {
    const { cols, rows } = this.#wanted
    if (cols === this.#applied.cols && rows === this.#applied.rows) return
    this.#applied = this.#wanted
    this.#agenda.add({ do: 'resize', cols, rows })
    this.#audience.tellSize(this.#wanted)
    this.#agenda.arm('resize', RESIZE_EVERY_MS)
  }
}
