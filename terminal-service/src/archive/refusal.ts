// Why an archive is not accepted: a stable code for machines, a sentence for the person who uploaded it.

export const REFUSALS = {
  'unknown-format': 'The file is neither a zip nor a gzipped tar archive.',
  damaged: 'The archive is damaged or incomplete.',
  empty: 'The archive holds no file.',
  encrypted: 'The archive is encrypted.',
  'unknown-compression': 'The archive uses a compression that is not supported.',
  'too-many-entries': 'The archive holds too many files and folders.',
  'too-large': 'The unpacked archive would be too large.',
  'too-dense': 'The archive unpacks to far more than its size allows.',
  'too-slow': 'The archive takes too long to read.',
  'bad-name': 'A name in the archive is empty, too long or holds control characters.',
  'name-not-utf8': 'A name in the archive is not valid UTF-8.',
  'absolute-path': 'A path in the archive starts at the root.',
  'path-leaves': 'A path in the archive leads out of it.',
  'link-leaves': 'A link in the archive leads out of it, nowhere or in a circle.',
  'special-file': 'The archive holds a device, pipe or another special file.',
  duplicate: 'The archive holds the same path twice.',
} as const

export type RefusalCode = keyof typeof REFUSALS

export class ArchiveRefusal extends Error {
  override readonly name = 'ArchiveRefusal'
  readonly code: RefusalCode
  /** The entry that caused it, as far as it can be shown. */
  readonly entry: string | undefined

  constructor(code: RefusalCode, entry?: string, options?: ErrorOptions) {
    super(REFUSALS[code], options)
    this.code = code
    this.entry = entry && printable(entry)
  }
}

const printable = (text: string): string =>
  text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '\u{fffd}').slice(0, 200)
