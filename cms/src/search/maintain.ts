// Keeps the index at what visitors see: called in the transaction of each change that the site is told of.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { CODES, DEFAULT_LANGUAGE, type Language } from '../languages/languages.ts'
import { readingApart } from '../languages/request.ts'
import { SEARCH } from '../limits.ts'
import { SEARCHED, searchRow } from './searched.ts'
import { documentsWith, dropRows, keepRows } from './store.ts'

type Of = { collection: string; locale: Language }
type Doc = Record<string, unknown> & { id: string }

const publicDocs = async (
  req: PayloadRequest,
  { collection, locale }: Of,
  ids: readonly string[],
): Promise<Doc[]> => {
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    where: { id: { in: [...ids] } },
    depth: 0,
    locale,
    pagination: false,
    // Collections without join fields have no type for this.
    joins: false as never,
    overrideAccess: false,
    req: await readingApart(req),
  })
  return docs as unknown as Doc[]
}

const namesOf = async (req: PayloadRequest, docs: readonly Doc[]): Promise<Map<string, string>> => {
  const ids = [...new Set(docs.flatMap(({ technologies }) => technologies ?? []))]
  if (ids.length === 0) return new Map()
  const named = await publicDocs(
    req,
    { collection: 'technologies', locale: DEFAULT_LANGUAGE },
    ids as string[],
  )
  return new Map(named.map(({ id, name }) => [id, String(name)]))
}

/** Indexes those of these documents that visitors see, in all languages, and forgets the others. */
export const indexDocuments = async (
  req: PayloadRequest,
  collection: string,
  ids: readonly string[],
): Promise<void> => {
  for (let at = 0; at < ids.length; at += SEARCH.batch) {
    const some = ids.slice(at, at + SEARCH.batch)
    const kept = new Set<string>()
    let names: Map<string, string> | undefined
    for (const locale of CODES) {
      const of = { collection, locale }
      const docs = await publicDocs(req, of, some)
      names ??= await namesOf(req, docs)
      const known = names
      const rows = docs.flatMap((doc) => searchRow(of, doc, known) ?? [])
      await keepRows(req, rows)
      for (const { id } of rows) kept.add(id)
    }
    for (const id of some) if (!kept.has(id)) await dropRows(req, collection, id)
  }
}

/** After a change, or the end, of a document. Of what cannot be found it takes no notice. */
export const indexChange = async (
  req: PayloadRequest,
  collection: string,
  id: number | string,
): Promise<void> => {
  if (collection in SEARCHED) await indexDocuments(req, collection, [String(id)])
  if (collection !== 'technologies') return
  for (const [found, ids] of await documentsWith(req, String(id))) {
    await indexDocuments(req, found, ids)
  }
}
