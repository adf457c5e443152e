// Input on its way to the program: bounded, in order, retried while the program's own queue is full.
import { INPUT_RETRY_MS, MAX_QUEUED_INPUT_BYTES } from '../limits.ts'

/** Writes in pieces that any terminal's queue can hold. Bytes. */
const PIECE_BYTES = 4096

export class InputPump {
  readonly #write: (data: Uint8Array) => boolean
  #queue: Uint8Array[] = []
  #queuedBytes = 0
  #timer: NodeJS.Timeout | undefined

  /** `write` answers `false` when it took nothing. */
  constructor(write: (data: Uint8Array) => boolean) {
    this.#write = write
  }

  /** `false` when more waits than any visitor types: nothing was taken then. */
  push(data: Uint8Array): boolean {
    if (this.#queuedBytes + data.byteLength > MAX_QUEUED_INPUT_BYTES) return false
    for (let at = 0; at < data.byteLength; at += PIECE_BYTES) {
      this.#queue.push(data.subarray(at, at + PIECE_BYTES))
    }
    this.#queuedBytes += data.byteLength
    if (!this.#timer) this.#pump()
    return true
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#queue = []
    this.#queuedBytes = 0
  }

  #pump(): void {
    this.#timer = undefined
    let [piece] = this.#queue
    while (piece && this.#write(piece)) {
      this.#queue.shift()
      this.#queuedBytes -= piece.byteLength
      piece = this.#queue[0]
    }
    if (piece) this.#timer = setTimeout(() => this.#pump(), INPUT_RETRY_MS)
  }
}
