// Deletes stored files that no row names: those that were replaced or whose row is gone, and what interrupted uploads left.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CollectionSlug, Payload, Where } from 'payload'
import { ORPHAN_BATCH, ORPHAN_GRACE_MS } from '../limits.ts'
import { isPart, listFiles } from './store.ts'

type Named = { filename?: string | null; sizes?: Record<string, Named | null> | null }

/** Which of the names rows have, for their file or for one of its sizes. */
const namedByRows = async (
  payload: Payload,
  collection: CollectionSlug,
  names: string[],
): Promise<Set<string>> => {
  const { imageSizes = [] } = payload.collections[collection].config.upload
  const where: Where = {
    or: [
      { filename: { in: names } },
      ...imageSizes.map(({ name }) => ({ [`sizes.${name}.filename`]: { in: names } })),
    ],
  }
  const { docs } = await payload.db.find<Named & { id: string }>({
    collection,
    where,
    limit: 0,
    pagination: false,
  })
  const named = docs.flatMap((doc) => [doc, ...Object.values(doc.sizes ?? {})])
  return new Set(named.flatMap((file) => (file?.filename ? [file.filename] : [])))
}

/**
 * Names of the files it deleted. A name is given out once (see `names.ts`), so that none that is old and free is taken
 * again; a younger one may belong to an upload whose row is not there yet. @throws before anything is deleted when the
 * database does not answer
 */
export const cleanUp = async (
  payload: Payload,
  { collection, folder }: { collection: CollectionSlug; folder: string },
): Promise<string[]> => {
  const before = Date.now() - ORPHAN_GRACE_MS
  const old = (await listFiles(folder)).filter(({ modifiedMs }) => modifiedMs < before)
  const orphans = old.filter(({ name }) => isPart(name)).map(({ name }) => name)
  // Hidden files are no uploads: somebody who keeps the folder put them there.
  const stored = old.map(({ name }) => name).filter((name) => !name.startsWith('.'))
  for (let start = 0; start < stored.length; start += ORPHAN_BATCH) {
    const names = stored.slice(start, start + ORPHAN_BATCH)
    const named = await namedByRows(payload, collection, names)
    orphans.push(...names.filter((name) => !named.has(name)))
  }
  for (const name of orphans) await rm(join(folder, name), { force: true })
  return orphans
}
