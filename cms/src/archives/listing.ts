// What is in an archive, noted when it arrives: the table that staff read, and the one list of paths that visitors may ask for.
import { detectFormat, readArchive, UPLOAD_LIMITS } from '@shellfolio/terminal-service/archive'
import { z } from 'zod'
import { SOURCE } from '../limits.ts'
import { isSecretName } from './secrets.ts'
import { isText } from './text.ts'

const KINDS = { file: 'file', hardlink: 'file', directory: 'folder', symlink: 'link' } as const

const entrySchema = z.object({
  /** Below the archive's single top folder, if it has one. */
  path: z.string(),
  kind: z.enum(['file', 'folder', 'link']),
  bytes: z.number().int().nonnegative(),
  /** Text that visitors may read where the owner shows the source. */
  isShown: z.boolean(),
})
export type ListedEntry = z.output<typeof entrySchema>

export type Listed = {
  format: 'zip' | 'tar.gz'
  entries: number
  unpackedBytes: number
  listing: ListedEntry[]
}

/** The listing of a row; empty for archives from before it was noted. */
export const readListing = (value: unknown): ListedEntry[] =>
  z.array(entrySchema).catch([]).parse(value)

/** Reads a file up to the bound of what is shown; the rest is only counted by the reader. */
const headOf = async (content: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of content) {
    if (bytes <= SOURCE.maxFileBytes) chunks.push(chunk)
    bytes += chunk.byteLength
  }
  return Buffer.concat(chunks)
}

const byPath = (a: ListedEntry, b: ListedEntry) => (a.path < b.path ? -1 : 1)

/**
 * Reads every byte of an archive under the rules of uploads, and lists it.
 * @throws {ArchiveRefusal} with a code and a sentence for the person who uploaded it
 */
export const listArchive = async (source: Buffer): Promise<Listed> => {
  const format = await detectFormat(source)
  const found: ListedEntry[] = []
  let left: number = SOURCE.maxTotalBytes
  const { entries, unpackedBytes, top } = await readArchive(
    { source, format, limits: UPLOAD_LIMITS },
    async (entry, content) => {
      const bytes = 'size' in entry ? entry.size : 0
      let isShown = false
      if (content) {
        const head = await headOf(content)
        isShown = bytes <= Math.min(left, SOURCE.maxFileBytes) && isText(head)
      }
      isShown &&= !isSecretName(entry.path)
      if (isShown) left -= bytes
      found.push({ path: entry.path, kind: KINDS[entry.kind], bytes, isShown })
    },
  )
  const cut = top === undefined ? 0 : top.length + 1
  const listing = found
    .map((entry) => ({ ...entry, path: entry.path.slice(cut) }))
    .filter(({ path }) => path !== '')
    .sort(byPath)
  return { format, entries, unpackedBytes, listing }
}
