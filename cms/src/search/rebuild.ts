// Makes the index anew: for content that is older than the index, or than what it takes in.
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { indexDocuments } from './maintain.ts'
import { SEARCHED } from './searched.ts'
import { dropAll } from './store.ts'

/** In one transaction: whoever searches meanwhile finds what was there before. */
export const rebuildSearch = async (payload: Payload): Promise<void> => {
  const transactionID = (await payload.db.beginTransaction()) ?? undefined
  const req = { payload, transactionID, context: {} } as PayloadRequest
  try {
    await dropAll(req)
    for (const collection of Object.keys(SEARCHED)) {
      const { docs } = await payload.find({
        collection: collection as CollectionSlug,
        depth: 0,
        pagination: false,
        select: { slug: true } as never,
        overrideAccess: false,
        req,
      })
      await indexDocuments(
        req,
        collection,
        docs.map(({ id }) => String(id)),
      )
    }
    if (transactionID !== undefined) await payload.db.commitTransaction(transactionID)
  } catch (error) {
    if (transactionID !== undefined) await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}
