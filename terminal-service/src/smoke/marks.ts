// Tells a shell's own words from its programs': marks that no terminal shows and no program can forge.
import { randomBytes } from 'node:crypto'

const ESC = '\u001b'
const BEL = 0x07
/** What a mark says, at most: an exit code and its BEL. Bytes. */
const MAX_SAYING_BYTES = 5

export type ShellMark =
  /** A command was read and runs now. */
  | { says: 'runs' }
  /** The line is not complete; more is awaited. */
  | { says: 'continues' }
  /** The prompt comes next; `exitCode` of what ran last. */
  | { says: 'ended'; exitCode: number }

export type Piece = { output: Buffer } | { mark: ShellMark }

/**
 * The line that a bash is told first. The mark is typed in two halves: neither the echo of this line nor a listing of
 * variables holds it whole. Nothing is exported, so no program of the demo knows it.
 */
export const markedShell = () => {
  const nonce = randomBytes(16).toString('hex')
  const [head, tail] = [nonce.slice(0, 16), nonce.slice(16)]
  const setup = [
    'unset PROMPT_COMMAND PS0',
    `PS0='\\033]'${head}'${tail};R\\007'`,
    `PS2='\\[\\033]'${head}'${tail};C\\007\\]> '`,
    `PROMPT_COMMAND='printf "\\033]%s%s;%d\\007" ${head} ${tail} "$?"'`,
  ].join('; ')
  return { nonce, setup }
}

const markOf = (saying: string): ShellMark | undefined => {
  if (saying === 'R') return { says: 'runs' }
  if (saying === 'C') return { says: 'continues' }
  return /^\d{1,3}$/.test(saying) ? { says: 'ended', exitCode: Number(saying) } : undefined
}

/** Splits a terminal's output at the marks of one nonce; bytes that may begin a mark wait for the next chunk. */
export const markScanner = (nonce: string) => {
  const head = Buffer.from(`${ESC}]${nonce};`)
  let held: Buffer = Buffer.alloc(0)

  const undecided = (data: Buffer): number => {
    const at = data.lastIndexOf(ESC)
    if (at < 0 || data.length - at >= head.length) return 0
    return head.subarray(0, data.length - at).equals(data.subarray(at)) ? data.length - at : 0
  }

  return (chunk: Uint8Array): Piece[] => {
    const pieces: Piece[] = []
    let data = Buffer.concat([held, chunk])
    held = Buffer.alloc(0)
    const emit = (output: Buffer) => {
      if (output.length > 0) pieces.push({ output })
    }
    for (;;) {
      const at = data.indexOf(head)
      if (at < 0) break
      const from = at + head.length
      const end = data.indexOf(BEL, from)
      if (end < 0 && data.length - from < MAX_SAYING_BYTES) {
        emit(data.subarray(0, at))
        held = data.subarray(at)
        return pieces
      }
      emit(data.subarray(0, at))
      const mark = end < 0 ? undefined : markOf(data.toString('latin1', from, end))
      if (mark) pieces.push({ mark })
      else emit(head)
      data = data.subarray(mark ? end + 1 : from)
    }
    const keep = undecided(data)
    emit(data.subarray(0, data.length - keep))
    held = data.subarray(data.length - keep)
    return pieces
  }
}
