// Hooks of a global that has drafts: only what visitors see, or saw, is reported. As with documents, the public row itself is
// compared before and after.
import type {
  GlobalAfterChangeHook,
  GlobalBeforeOperationHook,
  GlobalSlug,
  PayloadRequest,
} from 'payload'
import { changeOf, EVERYWHERE } from './change.ts'
import { queueChange } from './queue.ts'

/** In all languages, as the database has it. */
type Row = Record<string, unknown> & { updatedAt?: string }

const noteOf = (slug: string) => `public:${slug}`

/** The row that visitors are shown; `undefined` before it is published. Drafts lie elsewhere. */
const publicRow = async (req: PayloadRequest, slug: string): Promise<Row | undefined> => {
  const row: Row = await req.payload.db.findGlobal({
    slug: slug as GlobalSlug,
    where: { _status: { equals: 'published' } },
    req,
  })
  return row.updatedAt === undefined ? undefined : row
}

export const rememberPublicGlobal: GlobalBeforeOperationHook = async ({
  args,
  global: { slug },
  operation,
  req,
}) => {
  if (operation === 'update' || operation === 'restoreVersion') {
    const row = await publicRow(req, slug)
    req.context[noteOf(slug)] = row
  }
  return args
}

/** Payload writes a version that is restored as a draft over the public row. */
const putBack = (req: PayloadRequest, slug: string, { id, globalType, ...row }: Row) =>
  req.payload.db.updateGlobal({ slug: slug as GlobalSlug, data: row, returning: false, req })

export const reportPublicGlobalChange: GlobalAfterChangeHook = async ({
  global: { slug },
  req,
}) => {
  const before = req.context[noteOf(slug)] as Row | undefined
  delete req.context[noteOf(slug)]
  const after = await publicRow(req, slug)
  if (before && !after && req.context.isRestoringVersion === true) {
    await putBack(req, slug, before)
    return
  }
  if (before?.updatedAt === after?.updatedAt) return
  await queueChange(req, changeOf(slug, { reach: EVERYWHERE }))
}
