// What of an archive its owner may show: the names in it that hold no secret, and the texts among them.
import { buffer } from 'node:stream/consumers'
import type { Payload } from 'payload'
import type { Archive } from '../payload-types.ts'
import { type ListedEntry, readListing } from './listing.ts'
import { openArchive } from './open.ts'
import { isSecretName } from './secrets.ts'
import type { Sources } from './sources.ts'

/** Files, folders and links of an archive, in the order of their paths. */
export const namedEntries = ({ listing }: Pick<Archive, 'listing'>): ListedEntry[] =>
  readListing(listing).filter(({ path }) => !isSecretName(path))

/** The text of `entry`, one of `namedEntries`; nothing where it is none. @throws when the archive cannot be read */
export const readShown = async (
  { payload, sources }: { payload: Payload; sources: Sources },
  archive: Pick<Archive, 'filename' | 'format' | 'listing' | 'sha256'>,
  entry: ListedEntry,
): Promise<Buffer | undefined> => {
  const { sha256, format, listing } = archive
  if (!sha256 || !entry.isShown) return undefined
  const wanted = {
    sha256,
    format: format === 'zip' ? ('zip' as const) : ('tar.gz' as const),
    listing: readListing(listing),
    open: async () => buffer(await openArchive(payload, { ...archive })),
  }
  return sources.read(wanted, entry.path)
}
