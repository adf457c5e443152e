// Reads the entries of a zip archive. Decisions are the rules'; this knows only the format.
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { fromBufferPromise, openPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl'
import type { ArchiveSource, RawEntry } from './entry.ts'
import { MAX_LINK_BYTES } from './limits.ts'
import { ArchiveRefusal } from './refusal.ts'
import { type DirectoryPlace, findDirectory } from './zip-end.ts'

// Names are taken as raw bytes: yauzl would guess an encoding and turn backslashes into slashes.
const OPTIONS = { decodeStrings: false, validateEntrySizes: true, autoClose: false } as const
const MADE_BY_UNIX = [3, 19]
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

const FILE_TYPE = 0o170000
const KINDS = new Map<number, RawEntry['kind']>([
  [0, 'file'],
  [0o100000, 'file'],
  [0o040000, 'directory'],
  [0o120000, 'symlink'],
])

const utf8 = new TextDecoder('utf-8', { fatal: true })

const nameOf = (entry: ZipEntry): string => {
  try {
    return utf8.decode(entry.fileNameRaw)
  } catch {
    throw new ArchiveRefusal('name-not-utf8')
  }
}

/**
 * Inflates here: yauzl's own stream says only once that it failed, and who does not listen yet (a folder is made first)
 * would wait for ever. A pipeline's stream keeps its failure.
 */
const openContent = async (
  zip: ZipFile,
  entry: ZipEntry,
  signal: AbortSignal,
): Promise<AsyncGenerator<Buffer>> => {
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  const content = entry.compressionMethod === STORED ? new PassThrough() : createInflateRaw()
  // Inflating may still fail when the pipeline, which only feeds it, has ended well.
  content.on('error', () => undefined)
  pipeline(raw, content, { signal }).catch(() => undefined)
  return asPromised(content, entry)
}

/** @throws {ArchiveRefusal} content of another size or checksum than its header says */
async function* asPromised(
  content: AsyncIterable<Buffer>,
  { uncompressedSize, crc32: checksum }: ZipEntry,
): AsyncGenerator<Buffer> {
  let sum = 0
  let bytes = 0
  for await (const chunk of content) {
    sum = crc32(chunk, sum)
    bytes += chunk.byteLength
    if (bytes > uncompressedSize) throw new ArchiveRefusal('damaged')
    yield chunk
  }
  if (sum !== checksum || bytes !== uncompressedSize) throw new ArchiveRefusal('damaged')
}

const readTarget = async (zip: ZipFile, entry: ZipEntry, signal: AbortSignal): Promise<string> => {
  if (entry.uncompressedSize > MAX_LINK_BYTES) throw new ArchiveRefusal('link-leaves')
  const chunks: Buffer[] = []
  for await (const chunk of await openContent(zip, entry, signal)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const toRaw = async (zip: ZipFile, entry: ZipEntry, signal: AbortSignal): Promise<RawEntry> => {
  const name = nameOf(entry)
  if (entry.isEncrypted()) throw new ArchiveRefusal('encrypted', name)
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new ArchiveRefusal('unknown-compression', name)
  }
  const isUnix = MADE_BY_UNIX.includes(entry.versionMadeBy >>> 8)
  const attributes = isUnix ? entry.externalFileAttributes >>> 16 : 0
  const named = name.endsWith('/') ? 'directory' : 'file'
  const typed = KINDS.get(attributes & FILE_TYPE) ?? 'other'
  const kind = typed === 'file' ? named : typed
  return {
    name,
    kind,
    mode: attributes & 0o7777 || (kind === 'directory' ? 0o755 : 0o644),
    size: entry.uncompressedSize,
    modifiedMs: entry.getLastModDate().getTime(),
    target: kind === 'symlink' ? await readTarget(zip, entry, signal) : '',
    open: () => openContent(zip, entry, signal),
  }
}

/** Bytes of a header in the central directory and of one before an entry, without what varies. */
const CENTRAL_BYTES = 46
const LOCAL_BYTES = 30

/** The whole directory: it is looked at before anything is unpacked. */
const readDirectory = async (zip: ZipFile): Promise<ZipEntry[]> => {
  const entries: ZipEntry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

/** More entries, or fewer, than the end of the archive says would be another archive to other readers. */
const assertDirectory = (entries: readonly ZipEntry[], place: DirectoryPlace): void => {
  const bytes = entries.reduce(
    (sum, { fileNameRaw, extraFieldRaw, fileCommentRaw }) =>
      sum + CENTRAL_BYTES + fileNameRaw.length + extraFieldRaw.length + fileCommentRaw.length,
    0,
  )
  if (entries.length !== place.entries || bytes !== place.bytes) throw new ArchiveRefusal('damaged')
}

/** Bytes that belong to two entries make a small archive a large one. */
const assertApart = (entries: readonly ZipEntry[], directoryOffset: number): void => {
  let endOfLast = 0
  const inOrder = [...entries].sort(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )
  for (const { relativeOffsetOfLocalHeader: start, fileNameRaw, compressedSize } of inOrder) {
    if (start < endOfLast) throw new ArchiveRefusal('damaged')
    endOfLast = start + LOCAL_BYTES + fileNameRaw.length + compressedSize
  }
  if (endOfLast > directoryOffset) throw new ArchiveRefusal('damaged')
}

/** Readers that believe the one header and those that believe the other must see the same archive. */
const assertSameHeaders = async (zip: ZipFile, entry: ZipEntry): Promise<void> => {
  const local = await zip.readLocalFileHeaderPromise(entry)
  const isSame =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    (local.generalPurposeBitFlag & ENCRYPTED) === (entry.generalPurposeBitFlag & ENCRYPTED)
  if (!isSame) throw new ArchiveRefusal('damaged')
}

/** The entries in the order of the central directory. `signal` ends what is still being read. @throws {ArchiveRefusal} */
export async function* readZip(
  source: ArchiveSource,
  { maxEntries, signal }: { maxEntries: number; signal: AbortSignal },
): AsyncGenerator<RawEntry> {
  const place = await findDirectory(source)
  if (place.entries > maxEntries) throw new ArchiveRefusal('too-many-entries')
  const isFile = typeof source === 'string'
  const zip = await (isFile ? openPromise(source, OPTIONS) : fromBufferPromise(source, OPTIONS))
  const close = () => zip.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    const entries = await readDirectory(zip)
    assertDirectory(entries, place)
    assertApart(entries, place.offset)
    for (const entry of entries) {
      const raw = await toRaw(zip, entry, signal)
      await assertSameHeaders(zip, entry)
      yield raw
    }
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}
