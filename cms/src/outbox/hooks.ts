// Hooks of what has no drafts: every change is public at once.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
} from 'payload'
import { AUTOMATIC } from '../redirects/store.ts'
import { changeOf } from './change.ts'
import { queueChange } from './queue.ts'

export const reportChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  previousDoc,
  req,
}) => {
  await queueChange(req, changeOf(collection.slug, doc, previousDoc), doc.id)
}

export const reportDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  await queueChange(req, changeOf(collection.slug, doc), doc.id)
}

export const reportGlobalChange: GlobalAfterChangeHook = async ({ global, req }) => {
  await queueChange(req, changeOf(global.slug, undefined))
}

/** Redirects that follow from a document's move are in that document's message. */
export const reportRedirect: CollectionAfterChangeHook = async (change) => {
  if (!change.req.context[AUTOMATIC]) await reportChange(change)
}

export const reportRedirectDelete: CollectionAfterDeleteHook = async (removal) => {
  if (!removal.req.context[AUTOMATIC]) await reportDelete(removal)
}
