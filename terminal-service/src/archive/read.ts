// Walks an archive of any format under one set of rules and hands each accepted entry to a sink.
import type { ArchiveSource, Content, Entry, SourceFormat } from './entry.ts'
import { type ArchiveLimits, HEADER_BYTES_PER_ENTRY } from './limits.ts'
import { ArchiveRefusal } from './refusal.ts'
import { ArchiveRules, type Verdict } from './rules.ts'
import { bytesAt, sizeOf } from './source.ts'
import { readTar } from './tar.ts'
import { readZip } from './zip.ts'

/** Receives accepted entries one after the other. `content` must be consumed when it is given. */
export type ArchiveSink = (entry: Entry, content: Content | undefined) => Promise<void>

/** The format by content, whatever the name says. @throws {ArchiveRefusal} */
export const detectFormat = async (source: ArchiveSource): Promise<'zip' | 'tar.gz'> => {
  const magic = (await bytesAt(source, 0, 4)).toString('latin1')
  if (magic.startsWith('PK\u0003\u0004') || magic.startsWith('PK\u0005\u0006')) return 'zip'
  if (magic.startsWith('\u001f\u008b')) return 'tar.gz'
  throw new ArchiveRefusal('unknown-format')
}

const entriesOf = ({ source, format, limits }: Archive, signal: AbortSignal) => {
  const { maxEntries, maxUnpackedBytes } = limits
  if (format === 'zip') return readZip(source, { maxEntries, signal })
  const maxBytes = maxUnpackedBytes + maxEntries * HEADER_BYTES_PER_ENTRY
  return readTar(source, { isGzipped: format === 'tar.gz', maxBytes, signal })
}

export type Archive = {
  source: ArchiveSource
  format: SourceFormat
  limits: ArchiveLimits
  /** Leave a single top folder alone. */
  keepsTop?: boolean
}

/** Reads everything once, in time. @throws {ArchiveRefusal}; other errors are the sink's or the disk's */
export const readArchive = async (archive: Archive, sink: ArchiveSink): Promise<Verdict> => {
  // Whatever the end is, content that nobody has read to its end is let go of.
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const refuse = () => reject(new ArchiveRefusal('too-slow'))
    timer = setTimeout(refuse, archive.limits.deadlineMs)
  })
  try {
    return await Promise.race([walk(archive, sink, ending.signal), late])
  } finally {
    clearTimeout(timer)
    ending.abort()
  }
}

const walk = async (archive: Archive, sink: ArchiveSink, signal: AbortSignal): Promise<Verdict> => {
  const { source, limits, keepsTop } = archive
  const rules = new ArchiveRules(limits, await sizeOf(source))
  for await (const raw of checked(entriesOf(archive, signal))) {
    const entry = rules.accept(raw)
    if (!entry) continue
    const content = entry.kind === 'file' ? checked(await raw.open(), rules) : undefined
    await sink(entry, content)
  }
  return rules.finish({ keepsTop })
}

/** What yauzl, tar-stream and zlib complain about is damage of the archive; errors of a sink never pass here. */
async function* checked<T>(items: AsyncIterable<T>, rules?: ArchiveRules): AsyncGenerator<T> {
  try {
    for await (const item of items) {
      if (rules && item instanceof Uint8Array) rules.count(item.byteLength)
      yield item
    }
  } catch (error) {
    if (error instanceof ArchiveRefusal) throw error
    throw new ArchiveRefusal('damaged', undefined, { cause: error })
  }
}
