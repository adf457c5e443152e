// Memory of output frames on their way to a socket, used again afterwards: otherwise a flood is as much garbage as output.
import { FLUSH_BYTES, FRAME_MEMORY_BYTES, MAX_SPARE_FRAMES } from '../limits.ts'

export class FrameMemory {
  readonly #spare: ArrayBuffer[] = []

  /**
   * Bytes of any content, to be overwritten whole. Small frames get their own: many of them may wait for one browser, and
   * each would hold the memory of a large one.
   */
  take(bytes: number): Uint8Array {
    if (bytes < FLUSH_BYTES || bytes > FRAME_MEMORY_BYTES) return new Uint8Array(bytes)
    return new Uint8Array(this.#spare.pop() ?? new ArrayBuffer(FRAME_MEMORY_BYTES), 0, bytes)
  }

  /** Once the frame has left, or never will: from then on its bytes may be another's. */
  giveBack({ buffer }: Uint8Array): void {
    const isOurs = buffer instanceof ArrayBuffer && buffer.byteLength === FRAME_MEMORY_BYTES
    if (isOurs && this.#spare.length < MAX_SPARE_FRAMES) this.#spare.push(buffer)
  }
}
