// Hooks of what has drafts: only what visitors see, or saw, is reported. A hook cannot tell a saved draft from an
// unpublished document by its arguments, so the public row itself is compared before and after.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
} from 'payload'
import { keepRedirects } from '../redirects/keep.ts'
import { isPublicRow, publicRow } from '../redirects/store.ts'
import { changeOf } from './change.ts'
import { rememberedReach } from './hooks.ts'
import { queueChange } from './queue.ts'
import { reachOf } from './related.ts'

type Row = { id: string; _status?: string; slug?: string; updatedAt?: string }

const noteOf = (collection: string, id: number | string) => `public:${collection}:${id}`

export const rememberPublicState: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && originalDoc) {
    const { id } = originalDoc
    req.context[noteOf(slug, id)] = await publicRow<Row>(req, slug, { id: { equals: id } })
  }
  return data
}

export const reportPublicChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const { slug } = collection
  const { id } = doc
  const note = noteOf(slug, id)
  const before = req.context[note] as Row | undefined
  delete req.context[note]
  const after = await publicRow<Row>(req, slug, { id: { equals: id } })
  if (!before && !after) return
  if (before && after && before.updatedAt === after.updatedAt) return
  await keepRedirects(req, { collection: slug, id, before, after })
  const reach = await reachOf(req, { collection: slug, id }, before, after)
  await queueChange(req, changeOf(slug, { after, before, reach }), id)
}

export const reportPublicDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  const reach = rememberedReach(req, collection.slug, doc.id)
  if (!isPublicRow(doc)) return
  await queueChange(req, changeOf(collection.slug, { before: doc, reach }), doc.id)
}
