// Large outputs that are the same everywhere, made by coreutils: what to type for them, and what must arrive.
import { createHash, type Hash } from 'node:crypto'

export type BulkOutput = {
  what: string
  /** Makes the file, when there is one; `$f` is its name. */
  prepare?: string
  /** Prints the output. */
  print: string
  /** Lines without their ends, in order. */
  lines: () => Iterable<string>
}

export type Digest = { bytes: number; sha256: string }

const DIGITS = 79
const COLOUR_DIGITS = 24

function* numbered(count: number, line: (number: number) => string) {
  for (let number = 1; number <= count; number += 1) yield line(number)
}

const padded = (number: number, digits: number) => String(number).padStart(digits, '0')

const colourful = (number: string) =>
  `\x1b[1;32mgrün\x1b[0m \x1b[38;5;208m${number}\x1b[0m ✓ \x1b[4mλ → 語\x1b[24m \x1b[7mend\x1b[27m`

/** The same line as a bash word: nothing but ASCII is typed. */
const asTyped = (line: string) => {
  const bytes = [...Buffer.from(line)]
  const isPlain = (byte: number) => byte >= 0x20 && byte < 0x7f
  const show = (byte: number) =>
    isPlain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`
  return `$'${bytes.map(show).join('')}'`
}

/** Lines of 80 bytes, each different, so that neither loss nor exchange goes unseen. */
export const plainText = (bytes: number): BulkOutput => {
  const count = Math.round(bytes / (DIGITS + 1))
  return {
    what: `cat ${Math.round((count * (DIGITS + 1)) / 1e6)} MB`,
    prepare: `seq -f '%0${DIGITS}.0f' 1 ${count} > $f`,
    print: 'cat $f',
    lines: () => numbered(count, (number) => padded(number, DIGITS)),
  }
}

export const numbers = (count: number): BulkOutput => ({
  what: `seq 1 ${count}`,
  print: `seq 1 ${count}`,
  lines: () => numbered(count, String),
})

/** Colours, attributes and letters of more than one byte. */
export const ansi = (bytes: number): BulkOutput => {
  const lineBytes = Buffer.byteLength(colourful(padded(0, COLOUR_DIGITS))) + 1
  const count = Math.round(bytes / lineBytes)
  return {
    what: `cat ${Math.round((count * lineBytes) / 1e6)} MB of ANSI`,
    prepare: `seq -f ${asTyped(colourful(`%0${COLOUR_DIGITS}.0f`))} 1 ${count} > $f`,
    print: 'cat $f',
    lines: () => numbered(count, (number) => colourful(padded(number, COLOUR_DIGITS))),
  }
}

/** Counts and digests bytes. */
export class Digester {
  readonly #hash: Hash = createHash('sha256')
  #bytes = 0

  update(data: Buffer): void {
    this.#bytes += data.byteLength
    this.#hash.update(data)
  }

  digest(): Digest {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}

const LINES_AT_ONCE = 4096

/** What a terminal makes of the output: each line ends with CR LF. */
export const expectedOf = ({ lines }: Pick<BulkOutput, 'lines'>): Digest => {
  const digester = new Digester()
  let some: string[] = []
  const add = () => {
    if (some.length > 0) digester.update(Buffer.from(`${some.join('\r\n')}\r\n`))
    some = []
  }
  for (const line of lines()) if (some.push(line) === LINES_AT_ONCE) add()
  add()
  return digester.digest()
}
