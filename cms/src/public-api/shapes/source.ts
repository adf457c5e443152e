// Source code of a project's demo: what is in its archive, and the texts among that.
import { z } from 'zod'
import type { ListedEntry } from '../../archives/listing.ts'
import { PUBLIC_API } from '../../limits.ts'
import { shape } from './registry.ts'

const count = z.int().nonnegative()

export const sourceShape = shape(
  'Source',
  z.object({
    /** Of the project. */
    title: z.string(),
    /** In the order of their paths; folders in front of what is in them where the archive names them. */
    entries: z.array(
      z.object({
        path: z.string(),
        kind: z.enum(['file', 'folder', 'link']),
        bytes: count,
        /** Text that is not too long to be shown. */
        isShown: z.boolean(),
      }),
    ),
    /** Entries that are not told: there are too many. */
    others: count,
    unpackedBytes: count,
  }),
)

export const sourceFileShape = shape('SourceFile', z.object({ path: z.string(), text: z.string() }))

const { maxEntries, maxCharacters } = PUBLIC_API.tree

/** As much of `entries` as is told of one tree. */
export const toldEntries = (entries: readonly ListedEntry[]): ListedEntry[] => {
  let left: number = maxCharacters
  const told: ListedEntry[] = []
  for (const entry of entries) {
    left -= entry.path.length
    if (told.length === maxEntries || left < 0) break
    told.push(entry)
  }
  return told
}
