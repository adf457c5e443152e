// Input exactly once: offsets tell which bytes are new, which came before, and which are missing.
import { advance, distance } from '@shellfolio/protocol'

export class InputStream {
  #next: number

  constructor(start = 0) {
    this.#next = start
  }

  /** Offset of the first byte that has not arrived. */
  get next(): number {
    return this.#next
  }

  /** The new part of `data`, empty when all of it came before; `undefined` when bytes before it are missing. */
  accept(offset: number, data: Uint8Array): Uint8Array | undefined {
    const known = distance(offset, this.#next)
    if (known < 0) return undefined
    const fresh = data.subarray(known)
    this.#next = advance(this.#next, fresh.byteLength)
    return fresh
  }
}
