// Reads the entries of a tar archive, gzipped or plain. Decisions are the rules'; this knows only the format.
import { createReadStream } from 'node:fs'
import { PassThrough, Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import type { ArchiveSource, RawEntry } from './entry.ts'
import { HEADER_BYTES_PER_ENTRY, MAX_PAX_FIELDS, MAX_SPARE_HEADER_BYTES } from './limits.ts'
import { ArchiveRefusal } from './refusal.ts'
import { sizeOf } from './source.ts'

const KINDS: Record<string, RawEntry['kind']> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'directory',
  symlink: 'symlink',
  link: 'hardlink',
}

/** Sparse files of the pax kind look like others; their content is a map with the pieces behind it. */
const isSparse = (fields: readonly string[]) => fields.some((key) => key.startsWith('GNU.sparse'))

/** @throws {ArchiveRefusal} */
const toRaw = (header: Header, open: RawEntry['open']): RawEntry => {
  const fields = Object.keys(header.pax ?? {})
  // Global fields are copied to each entry that has some of its own: thousands of them cost seconds an entry.
  if (fields.length > MAX_PAX_FIELDS) throw new ArchiveRefusal('damaged')
  return {
    name: header.name,
    kind: isSparse(fields) ? 'other' : (KINDS[header.type ?? ''] ?? 'other'),
    mode: header.mode ?? 0o644,
    size: header.size ?? 0,
    modifiedMs: header.mtime?.getTime() ?? Number.NaN,
    target: header.linkname ?? '',
    open,
  }
}

/**
 * Ends a stream that is longer than any archive within the limits can be. What has come and is no entry's content is
 * headers: thousands of long ones would cost seconds, and they speak for nobody until an entry follows.
 */
const createCap = (maxBytes: number) => {
  let bytes = 0
  let expected = MAX_SPARE_HEADER_BYTES
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.byteLength
      if (bytes > maxBytes) done(new ArchiveRefusal('too-large'))
      else if (bytes > expected) done(new ArchiveRefusal('damaged'))
      else done(null, chunk)
    },
  })
  return {
    stream,
    /** An entry has come, with `size` bytes of content behind it. */
    expect: (size: number) => {
      expected += HEADER_BYTES_PER_ENTRY + Math.max(0, size)
    },
  }
}

/** The entries as they come; each must be consumed or left before the next. `signal` ends it. @throws {ArchiveRefusal} */
export async function* readTar(
  source: ArchiveSource,
  { isGzipped, maxBytes, signal }: { isGzipped: boolean; maxBytes: number; signal: AbortSignal },
): AsyncGenerator<RawEntry> {
  const archiveBytes = await sizeOf(source)
  const bytes = typeof source === 'string' ? createReadStream(source) : Readable.from([source])
  const entries = extract()
  const gunzip = isGzipped ? createGunzip() : undefined
  const cap = createCap(maxBytes)
  const feeding = pipeline(bytes, gunzip ?? new PassThrough(), cap.stream, entries, { signal })
  // Its failure also ends the iteration below, where it is reported.
  feeding.catch(() => undefined)
  try {
    for await (const entry of entries) {
      cap.expect(entry.header.size ?? 0)
      yield toRaw(entry.header, async () => entry as AsyncIterable<Buffer>)
      entry.resume()
    }
    await feeding
    // Inflating stops at a zero byte between members, and whatever is behind it would be looked at by others only.
    if (gunzip && gunzip.bytesWritten < archiveBytes) throw new ArchiveRefusal('damaged')
  } finally {
    bytes.destroy()
    entries.destroy()
  }
}
