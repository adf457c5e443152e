// Deletes stored files that no row names: those that were replaced or whose row is gone, and what interrupted uploads left.
import type { CollectionSlug, Payload, Where } from 'payload'
import { ORPHANS } from '../limits.ts'
import type { Place } from './place.ts'

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

const inPieces = function* (names: string[]) {
  for (let start = 0; start < names.length; start += ORPHANS.batch) {
    yield names.slice(start, start + ORPHANS.batch)
  }
}

/**
 * Names of the files it deleted, `atMost` so many: the next run goes on. A name is given out once (see `names.ts`), so that
 * none that is old and free is taken again; a younger one may belong to an upload whose row is not there yet, and one that
 * a change replaces is named until that change is committed. @throws before anything of which it does not know that no row
 * names it is deleted
 */
export const cleanUp = async (
  payload: Payload,
  {
    collection,
    place,
    atMost = ORPHANS.perRun,
    now = Date.now(),
  }: { collection: CollectionSlug; place: Place; atMost?: number; now?: number },
): Promise<string[]> => {
  const before = now - ORPHANS.graceMs
  const gone: string[] = []
  for await (const page of place.list()) {
    const old = page.filter(({ modifiedMs }) => modifiedMs < before).map(({ name }) => name)
    for (const names of inPieces(old)) {
      const named = await namedByRows(payload, collection, names)
      const orphans = names.filter((name) => !named.has(name)).slice(0, atMost - gone.length)
      await Promise.all(orphans.map((name) => place.remove(name)))
      gone.push(...orphans)
      if (gone.length >= atMost) return gone
    }
  }
  return gone
}
