// What the visitor types: exactly once, at a bounded rate, and when it was last.
import { CLOSE, type CloseCode } from '@shellfolio/protocol'
import { ECHO_WINDOW_MS, INPUT_RATE } from '../limits.ts'
import { InputStream } from './input-stream.ts'
import { TokenBucket } from './token-bucket.ts'

/** Echoes are small; more than this within the echo window is bulk and may wait. Bytes. */
const ECHO_BYTES = 4096

export class Typing {
  readonly #rate: TokenBucket
  readonly #stream = new InputStream()
  #typedMs = Number.NEGATIVE_INFINITY
  #bytes = 0

  constructor(nowMs: number) {
    this.#rate = new TokenBucket(INPUT_RATE, nowMs)
  }

  /** Offset of the first byte that has not arrived. */
  get next(): number {
    return this.#stream.next
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The bytes that are new, or the code that their sender is to be closed with. */
  take(offset: number, data: Uint8Array, nowMs: number): Uint8Array | CloseCode {
    if (!this.#rate.take(data.byteLength, nowMs)) return CLOSE.inputOverQuota
    const fresh = this.#stream.accept(offset, data)
    if (!fresh) return CLOSE.badFrame
    this.#bytes += fresh.byteLength
    if (fresh.byteLength > 0) this.#typedMs = nowMs
    return fresh
  }

  /** Whether output of that size is what the visitor waits to see. */
  isEcho(bytes: number, nowMs: number): boolean {
    return nowMs - this.#typedMs < ECHO_WINDOW_MS && bytes < ECHO_BYTES
  }
}
