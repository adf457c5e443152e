// Puts drawings into a document as it is and as its latest version has it, past Payload's hooks: to editors it is not a
// change, and nobody's autosave is overwritten.
import { setTimeout as delay } from 'node:timers/promises'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { DIAGRAM } from '../limits.ts'
import { changeOf } from '../outbox/change.ts'
import { queueChange } from '../outbox/queue.ts'
import { applyOutcomes, type Outcome } from './outcome.ts'

export type Place = { collection: CollectionSlug; id: string }

type Row = { id: string; _status?: string }

const hasVersions = (payload: Payload, collection: CollectionSlug): boolean =>
  Boolean(payload.collections[collection]?.config.versions)

export const readRows = async (
  { collection, id }: Place,
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
) => {
  const { db } = req.payload
  const document = await db.findOne<Row>({ collection, where: { id: { equals: id } }, req })
  if (!document || !hasVersions(req.payload, collection)) return { document }
  const { docs } = await db.findVersions<Row>({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  })
  return { document, version: docs[0] }
}

const storeOnce = async (place: Place, outcomes: Map<string, Outcome>, req: PayloadRequest) => {
  const { collection, id } = place
  const { db } = req.payload
  const { document, version } = await readRows(place, req)
  if (version && applyOutcomes(version.version, outcomes)) {
    await db.updateVersion({
      collection,
      id: version.id,
      versionData: version,
      req,
      returning: false,
    })
  }
  if (!document || !applyOutcomes(document, outcomes)) return
  await db.updateOne({ collection, id, data: document, req, returning: false })
  const isPublic = document._status === undefined || document._status === 'published'
  if (isPublic) await queueChange(req, changeOf(collection, { after: document }))
}

/**
 * In a transaction that fails when somebody saves at the same time; then it is done again, with what they saved.
 * @throws when that goes on
 */
export const storeOutcomes = async (
  place: Place,
  outcomes: Map<string, Outcome>,
  req: PayloadRequest,
): Promise<void> => {
  const { db } = req.payload
  for (let attempt = 1; ; attempt += 1) {
    const transactionID = await db.beginTransaction({ isolationLevel: 'repeatable read' })
    if (transactionID === null) throw new Error('No transaction could be begun.')
    try {
      await storeOnce(place, outcomes, { ...req, context: {}, transactionID })
      await db.commitTransaction(transactionID)
      return
    } catch (error) {
      await db.rollbackTransaction(transactionID)
      if (attempt === DIAGRAM.maxStoreTries) throw error
      await delay(attempt * 100)
    }
  }
}
