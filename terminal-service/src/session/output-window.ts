// Output on its way to the browser: collected, cut into frames, and counted until the browser has parsed it.
import {
  advance,
  distance,
  MAX_OUTPUT_BYTES,
  WINDOW_HIGH_BYTES,
  WINDOW_LOW_BYTES,
} from '@shellfolio/protocol'

/** Every byte pushed leaves once, in order; `isFull` rises above the high mark and falls below the low one. */
export class OutputWindow {
  #pending: Uint8Array[] = []
  #pendingBytes = 0
  #sent: number
  #acked: number
  #isFull = false

  constructor(start = 0) {
    this.#sent = start
    this.#acked = start
  }

  get pendingBytes(): number {
    return this.#pendingBytes
  }

  /** Offset of the next byte to be sent. */
  get sent(): number {
    return this.#sent
  }

  get unackedBytes(): number {
    return distance(this.#acked, this.#sent)
  }

  get isFull(): boolean {
    return this.#isFull
  }

  /** Nothing waits, and the browser has parsed everything. */
  get isDrained(): boolean {
    return this.#pendingBytes === 0 && this.unackedBytes === 0
  }

  push(data: Uint8Array): void {
    if (data.byteLength === 0) return
    this.#pending.push(data)
    this.#pendingBytes += data.byteLength
    this.#weigh()
  }

  /** The next frame's bytes, or `undefined` when nothing waits. */
  take(): { offset: number; data: Uint8Array } | undefined {
    if (this.#pendingBytes === 0) return undefined
    const chunks: Uint8Array[] = []
    let room = MAX_OUTPUT_BYTES
    while (room > 0) {
      const [chunk] = this.#pending
      if (chunk === undefined) break
      if (chunk.byteLength <= room) this.#pending.shift()
      else this.#pending[0] = chunk.subarray(room)
      const part = chunk.subarray(0, room)
      chunks.push(part)
      room -= part.byteLength
    }
    const [only] = chunks
    const data = chunks.length === 1 && only ? only : Buffer.concat(chunks)
    const offset = this.#sent
    this.#pendingBytes -= data.byteLength
    this.#sent = advance(offset, data.byteLength)
    return { offset, data }
  }

  /** Everything before `offset` is parsed; older news is ignored. `false` for bytes that were never sent. */
  ack(offset: number): boolean {
    if (distance(offset, this.#sent) < 0) return false
    if (distance(this.#acked, offset) > 0) this.#acked = offset
    this.#weigh()
    return true
  }

  #weigh(): void {
    const bytes = this.unackedBytes + this.#pendingBytes
    if (bytes > WINDOW_HIGH_BYTES) this.#isFull = true
    else if (bytes < WINDOW_LOW_BYTES) this.#isFull = false
  }
}
