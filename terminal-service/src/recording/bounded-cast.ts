// An asciicast that stops at a size or an age and says so in its last line. Pure: lines out, nothing is written here.
import { AsciicastEncoder, type CastSize, MAX_MARKER_BYTES } from './asciicast.ts'

export type CastBounds = {
  size: CastSize
  /** The same clock as `nowMs` of every event. */
  startMs: number
  timestampS: number
  maxBytes: number
  maxMs?: number
}

export class BoundedCast {
  readonly #encoder: AsciicastEncoder
  readonly #bounds: CastBounds
  #bytes = 0
  #stopped: string | undefined

  constructor(bounds: CastBounds) {
    this.#bounds = bounds
    this.#encoder = new AsciicastEncoder(bounds.startMs)
  }

  /** Why nothing more is taken; `undefined` while it is. */
  get stopped(): string | undefined {
    return this.#stopped
  }

  get bytes(): number {
    return this.#bytes
  }

  header(): string {
    return this.#count(this.#encoder.header(this.#bounds.size, this.#bounds.timestampS))
  }

  /** The lines to be written, empty when there are none or the cast has stopped. */
  output(bytes: Uint8Array, nowMs: number): string {
    return this.#add(nowMs, () => this.#encoder.output(bytes, nowMs))
  }

  resized(size: CastSize, nowMs: number): string {
    return this.#add(nowMs, () => this.#encoder.resized(size, nowMs))
  }

  end(nowMs: number): string {
    return this.#add(nowMs, () => this.#encoder.end(nowMs))
  }

  /** The last line: says why the cast ends before its session. */
  stop(why: string, nowMs: number): string {
    if (this.#stopped !== undefined) return ''
    this.#stopped = why
    return this.#count(this.#encoder.marker(`recording stopped: ${why}`, nowMs))
  }

  #add(nowMs: number, encode: () => string): string {
    if (this.#stopped !== undefined) return ''
    const { startMs, maxBytes, maxMs = Number.POSITIVE_INFINITY } = this.#bounds
    if (nowMs - startMs > maxMs) return this.stop('time limit', nowMs)
    const line = encode()
    const room = maxBytes - MAX_MARKER_BYTES - this.#bytes
    if (Buffer.byteLength(line) > room) return this.stop('size limit', nowMs)
    return this.#count(line)
  }

  #count(line: string): string {
    this.#bytes += Buffer.byteLength(line)
    return line
  }
}
