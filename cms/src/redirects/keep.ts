// Keeps redirects right while documents move: called in the transaction that changes what visitors see of a document.
import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { addressOf, hasAddress } from './addresses.ts'
import { automatically, redirectPast, removeRedirects, toDocument } from './store.ts'

type Public = { slug?: string } | undefined

/**
 * A public document that moved is found at its old address; a public document hides behind no redirect.
 * Redirects name the document, not an address, so however often it moves there is neither a chain nor a loop.
 */
export const keepRedirects = async (
  req: PayloadRequest,
  {
    collection,
    id,
    before,
    after,
  }: { collection: string; id: string; before: Public; after: Public },
): Promise<void> => {
  if (!hasAddress(collection) || !after?.slug || before?.slug === after.slug) return
  await removeRedirects(req, { from: { equals: addressOf(collection, after.slug) } })
  if (!before?.slug) return
  const from = addressOf(collection, before.slug)
  const target = toDocument({ collection, id })
  await redirectPast(req, from, target)
  await automatically(req, () =>
    req.payload.create({
      collection: 'redirects',
      data: { ...target, from, type: '308', source: 'automatic' },
      depth: 0,
      overrideAccess: true,
      req,
    }),
  )
}

/** Before a document is gone for good: the redirects to it go too. */
export const dropRedirects: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (!hasAddress(collection.slug)) return
  await removeRedirects(req, {
    and: [
      { 'document.relationTo': { equals: collection.slug } },
      { 'document.value': { equals: id } },
    ],
  })
}
