// Hooks of what has drafts: only what visitors see, or saw, is reported. A hook cannot tell a saved draft from an
// unpublished document by its arguments, so the public row itself is compared before and after.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { changeOf } from './change.ts'
import { queueChange } from './queue.ts'

type Row = {
  id: number | string
  _status?: string
  /** When it was thrown into the trash. */
  deletedAt?: string | null
  slug?: string
  updatedAt?: string
}

const isPublic = ({ _status, deletedAt }: Partial<Row>) => _status === 'published' && !deletedAt

/** The row that visitors are shown; drafts lie elsewhere. */
const publicRow = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  id: number | string,
): Promise<Row | undefined> => {
  const row = await req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, req })
  return row && isPublic(row) ? row : undefined
}

const noteOf = (collection: string, id: number | string) => `public:${collection}:${id}`

export const rememberPublicState: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && originalDoc) {
    const { id } = originalDoc
    const slug = collection.slug as CollectionSlug
    req.context[noteOf(slug, id)] = await publicRow(req, slug, id)
  }
  return data
}

export const reportPublicChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const slug = collection.slug as CollectionSlug
  const note = noteOf(slug, doc.id)
  const before = req.context[note] as Row | undefined
  delete req.context[note]
  const after = await publicRow(req, slug, doc.id)
  if (!before && !after) return
  if (before && after && before.updatedAt === after.updatedAt) return
  await queueChange(req, changeOf(slug, after, before))
}

export const reportPublicDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  if (isPublic(doc)) await queueChange(req, changeOf(collection.slug, doc))
}
