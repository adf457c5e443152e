// Writes asciicast v2: one header line, then one line for each event. Pure: the clock is the caller's.

export type CastSize = { cols: number; rows: number }

/** Longest line that `marker` and `header` can make, in bytes: what a bounded cast keeps free for its last word. */
export const MAX_MARKER_BYTES = 256

export class AsciicastEncoder {
  readonly #startMs: number
  /** Keeps half a character until its other half arrives; a byte order mark is output like any other. */
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #lastMs = 0

  constructor(startMs: number) {
    this.#startMs = startMs
  }

  /** `timestampS`: when the recording was made, in seconds since 1970. */
  header({ cols, rows }: CastSize, timestampS: number): string {
    const env = { TERM: 'xterm-256color' }
    const timestamp = Math.floor(timestampS)
    return `${JSON.stringify({ version: 2, width: cols, height: rows, timestamp, env })}\n`
  }

  /** Empty while the bytes so far end in the middle of their first character. */
  output(bytes: Uint8Array, nowMs: number): string {
    const text = this.#decoder.decode(bytes, { stream: true })
    return text === '' ? '' : this.#event('o', text, nowMs)
  }

  resized({ cols, rows }: CastSize, nowMs: number): string {
    return this.#event('r', `${cols}x${rows}`, nowMs)
  }

  marker(label: string, nowMs: number): string {
    return this.#event('m', label, nowMs)
  }

  /** Half a character that nothing follows becomes a replacement character. */
  end(nowMs: number): string {
    const text = this.#decoder.decode()
    return text === '' ? '' : this.#event('o', text, nowMs)
  }

  #event(code: 'o' | 'r' | 'm', data: string, nowMs: number): string {
    this.#lastMs = Math.max(this.#lastMs, nowMs - this.#startMs)
    return `[${(this.#lastMs / 1000).toFixed(6)}, "${code}", ${JSON.stringify(data)}]\n`
  }
}
