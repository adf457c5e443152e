// Finds the launcher's mark in a terminal's output: everything before it is output, the number in it the exit code.
import { randomBytes } from 'node:crypto'

/** Longest exit code and the closing separator behind the mark, in bytes. */
const MAX_TAIL_BYTES = 5
const SEPARATOR = ';'.charCodeAt(0)

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const newMark = (): string => randomBytes(16).toString('hex')

/** `rest` is what follows the mark, not looked at yet. */
export type Scanned = { output: Buffer; exitCode?: number; rest?: Buffer }

/**
 * A scanner for one terminal. The mark is known to the launcher alone, so no program can forge it. Bytes that may be the
 * beginning of the mark are held back until the next chunk shows whether they are; so a mark must not end as one begins.
 */
export const endMarkScanner = (mark: string) => {
  const head = Buffer.from(`\0${mark};`)
  let held: Buffer = Buffer.alloc(0)

  /** How many of the last bytes could be the beginning of the mark. */
  const undecided = (data: Buffer): number => {
    if (data.lastIndexOf(0) < data.length - head.length) return 0
    for (let length = Math.min(head.length - 1, data.length); length > 0; length -= 1) {
      if (data.subarray(data.length - length).equals(head.subarray(0, length))) return length
    }
    return 0
  }

  const push = (chunk: Uint8Array): Scanned => {
    // The mark begins with a NUL, and almost no output has one.
    if (held.length === 0 && !chunk.includes(0)) return { output: asBuffer(chunk) }
    const data = held.length > 0 ? Buffer.concat([held, chunk]) : asBuffer(chunk)
    const at = data.indexOf(head)
    if (at < 0) {
      const keep = undecided(data)
      held = Buffer.from(data.subarray(data.length - keep))
      return { output: data.subarray(0, data.length - keep) }
    }
    const end = data.indexOf(SEPARATOR, at + head.length)
    if (end < 0 && data.length - at - head.length < MAX_TAIL_BYTES) {
      held = Buffer.from(data.subarray(at))
      return { output: data.subarray(0, at) }
    }
    held = Buffer.alloc(0)
    const code = Number(data.toString('latin1', at + head.length, end))
    return {
      output: data.subarray(0, at),
      exitCode: Number.isInteger(code) ? code : 1,
      rest: end < 0 ? Buffer.alloc(0) : data.subarray(end + 1),
    }
  }

  /** What is still held back when the terminal ends without its mark. */
  const flush = (): Buffer => {
    const rest = held
    held = Buffer.alloc(0)
    return rest
  }
  return { push, flush }
}
