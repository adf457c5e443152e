// Hooks of what has no drafts: every change is public at once.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import { AUTOMATIC } from '../redirects/store.ts'
import { changeOf, EVERYWHERE, NOWHERE_ELSE, type Reach } from './change.ts'
import { queueChange } from './queue.ts'
import { reachOf } from './related.ts'

const noteOf = (collection: string, id: number | string) => `reach:${collection}:${id}`

/** Before a document is gone: afterwards nothing names it any more. */
export const rememberReach: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const reach = await reachOf(req, { collection: collection.slug, id: String(id) })
  // Only now: reading replaces the context.
  req.context[noteOf(collection.slug, id)] = reach
}

/** What `rememberReach` noted; once. */
export const rememberedReach = (
  req: PayloadRequest,
  collection: string,
  id: number | string,
): Reach => {
  const note = noteOf(collection, id)
  const reach = req.context[note] as Reach | undefined
  delete req.context[note]
  return reach ?? EVERYWHERE
}

export const reportChange: CollectionAfterChangeHook = async ({
  collection: { slug },
  doc,
  operation,
  previousDoc,
  req,
}) => {
  // Nothing can name what was not there before.
  const reach =
    operation === 'create' ? NOWHERE_ELSE : await reachOf(req, { collection: slug, id: doc.id })
  await queueChange(req, changeOf(slug, { after: doc, before: previousDoc, reach }), doc.id)
}

export const reportDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  const reach = rememberedReach(req, collection.slug, doc.id)
  await queueChange(req, changeOf(collection.slug, { before: doc, reach }), doc.id)
}

export const reportGlobalChange: GlobalAfterChangeHook = async ({ global, req }) => {
  await queueChange(req, changeOf(global.slug, { reach: EVERYWHERE }))
}

/** Redirects are on no page. Those that follow from a document's move are in that document's message. */
const reportRedirects = async (req: PayloadRequest) => {
  if (!req.context[AUTOMATIC]) await queueChange(req, changeOf('redirects', {}))
}

export const reportRedirect: CollectionAfterChangeHook = ({ req }) => reportRedirects(req)
export const reportRedirectDelete: CollectionAfterDeleteHook = ({ req }) => reportRedirects(req)
