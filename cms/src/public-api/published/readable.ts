// Which projects have source that visitors may read: published, with an enabled demo of an archive whose owner shows it.
import type { Payload } from 'payload'
import { namedEntries } from '../../archives/shown.ts'
import { idOf } from '../../fields/relation-id.ts'
import { PUBLIC_API } from '../../limits.ts'
import type { Archive } from '../../payload-types.ts'
import type { Lines, ProjectLine } from './lines.ts'

/** Ids of archives by the slugs of projects. */
export type Readable = ReadonlyMap<string, string>

export const readReadable = async (
  payload: Payload,
  { lines }: Lines<ProjectLine>,
): Promise<Readable> => {
  const { docs } = await payload.find({
    collection: 'demos',
    where: { and: [{ enabled: { equals: true } }, { 'archive.showSource': { equals: true } }] },
    select: { archive: true },
    depth: 0,
    limit: PUBLIC_API.maxLines,
    pagination: false,
    overrideAccess: true,
  })
  const archives = new Map(docs.map(({ id, archive }) => [id, idOf(archive)]))
  const readable = new Map<string, string>()
  for (const { slug, demo } of lines) {
    const archive = demo === undefined ? undefined : archives.get(demo)
    if (archive !== undefined) readable.set(slug, archive)
  }
  return readable
}

/** An archive with what may be named of it. */
export type ShownArchive = Pick<Archive, 'filename' | 'format' | 'listing' | 'sha256'> & {
  unpackedBytes: number
  entries: ReturnType<typeof namedEntries>
}

/** Nothing when its owner does not show it. */
export const readShownArchive = async (
  payload: Payload,
  id: string,
): Promise<ShownArchive | undefined> => {
  const { docs } = await payload.find({
    collection: 'archives',
    where: { and: [{ id: { equals: id } }, { showSource: { equals: true } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  const [archive] = docs
  if (!archive) return undefined
  const { filename, format, listing, sha256, unpackedBytes } = archive
  const shown = { filename, format, listing, sha256, unpackedBytes: unpackedBytes ?? 0 }
  return { ...shown, entries: namedEntries(archive) }
}
