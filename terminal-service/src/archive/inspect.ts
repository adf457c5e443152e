// Looks through an uploaded archive without keeping anything of it.
import type { ArchiveSource } from './entry.ts'
import { type ArchiveLimits, UPLOAD_LIMITS } from './limits.ts'
import { detectFormat, readArchive } from './read.ts'

/** `entries` counts files, folders and links; `unpackedBytes` is what the files take on disk. */
export type ArchiveSummary = { format: 'zip' | 'tar.gz'; entries: number; unpackedBytes: number }

/**
 * Reads every byte of an archive under the rules of uploads.
 * @throws {ArchiveRefusal} with a code and a sentence for the person who uploaded it
 */
export const inspectArchive = async (
  source: ArchiveSource,
  limits: ArchiveLimits = UPLOAD_LIMITS,
): Promise<ArchiveSummary> => {
  const format = await detectFormat(source)
  const { entries, unpackedBytes } = await readArchive(
    { source, format, limits },
    async (_entry, content) => {
      if (content) for await (const _ of content);
    },
  )
  return { format, entries, unpackedBytes }
}
