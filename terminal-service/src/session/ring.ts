// The last output of a session, by absolute position, for browsers that come back or look on.

/** Most sessions print less: a ring begins with this and doubles. Bytes. */
const FIRST_BYTES = 16 * 1024

export class Ring {
  readonly #capacity: number
  #bytes: Buffer
  readonly #onEvict: (bytes: Uint8Array) => void
  #end = 0

  /** `onEvict` is shown what is overwritten, in order; the bytes are valid during the call. */
  constructor(capacityBytes: number, onEvict: (bytes: Uint8Array) => void = () => undefined) {
    this.#capacity = capacityBytes
    this.#bytes = Buffer.alloc(Math.min(FIRST_BYTES, capacityBytes))
    this.#onEvict = onEvict
  }

  /** Position of the first byte that is still there. */
  get start(): number {
    return Math.max(0, this.#end - this.#capacity)
  }

  /** Position after the last byte; how many bytes ever came. */
  get end(): number {
    return this.#end
  }

  push(data: Uint8Array): void {
    this.#makeRoom(data.byteLength)
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

  /** Grows until the capacity is reached. Nothing has wrapped before that: position and index are the same. */
  #makeRoom(bytes: number) {
    const size = this.#bytes.byteLength
    if (size === this.#capacity || this.#end + bytes <= size) return
    const grown = Buffer.alloc(Math.min(this.#capacity, Math.max(2 * size, this.#end + bytes)))
    grown.set(this.#bytes.subarray(0, this.#end))
    this.#bytes = grown
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
