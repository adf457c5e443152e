// The last output of a session, by absolute position, for browsers that come back or look on.

export class Ring {
  readonly #bytes: Buffer
  readonly #onEvict: (bytes: Uint8Array) => void
  #end = 0

  /** `onEvict` is shown what is overwritten, in order; the bytes are valid during the call. */
  constructor(capacityBytes: number, onEvict: (bytes: Uint8Array) => void = () => undefined) {
    // Zeroed lazily by the system: an idle session costs only the pages that it has used.
    this.#bytes = Buffer.alloc(capacityBytes)
    this.#onEvict = onEvict
  }

  /** Position of the first byte that is still there. */
  get start(): number {
    return Math.max(0, this.#end - this.#bytes.byteLength)
  }

  /** Position after the last byte; how many bytes ever came. */
  get end(): number {
    return this.#end
  }

  push(data: Uint8Array): void {
    const capacity = this.#bytes.byteLength
    for (let at = 0; at < data.byteLength; ) {
      const index = this.#end % capacity
      const part = data.subarray(at, at + capacity - index)
      if (this.#end >= capacity) this.#onEvict(this.#bytes.subarray(index, index + part.byteLength))
      this.#bytes.set(part, index)
      this.#end += part.byteLength
      at += part.byteLength
    }
  }

  /** Bytes from `from` up to `to`, both within `start` and `end`; valid until the next push. */
  slice(from: number, to: number): Uint8Array {
    const capacity = this.#bytes.byteLength
    if (from < this.start || to > this.#end || from > to) throw new RangeError('not in the ring')
    const index = from % capacity
    const head = this.#bytes.subarray(index, Math.min(capacity, index + to - from))
    const rest = to - from - head.byteLength
    return rest === 0 ? head : Buffer.concat([head, this.#bytes.subarray(0, rest)])
  }
}
