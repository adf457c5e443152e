// The site hears when the source that visitors may read has changed, or may be read no more. An archive is on no page by
// itself: it shows where the demos do that are made of it.
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { OUTBOX } from '../limits.ts'
import { changeOf, EVERYWHERE, NOWHERE_ELSE, type Reach } from '../outbox/change.ts'
import { queueChange } from '../outbox/queue.ts'
import { reachOf } from '../outbox/related.ts'
import type { Archive } from '../payload-types.ts'

const ARCHIVES = 'archives'
const reachOfSource = async (req: PayloadRequest, id: string): Promise<Reach> => {
  const { docs } = await req.payload.find({
    collection: 'demos',
    where: { archive: { equals: id } },
    select: { enabled: true },
    depth: 0,
    limit: OUTBOX.maxRelated + 1,
    pagination: false,
    overrideAccess: true,
    req,
  })
  if (docs.length > OUTBOX.maxRelated) return EVERYWHERE
  let reach = NOWHERE_ELSE
  for (const demo of docs) {
    const { related, isEverywhere } = await reachOf(req, { collection: 'demos', id: demo.id })
    if (isEverywhere) return EVERYWHERE
    reach = { related: [...reach.related, ...related], isEverywhere: false }
  }
  return reach.related.length > OUTBOX.maxRelated ? EVERYWHERE : reach
}

const isSame = (a: Archive, b: Archive): boolean =>
  a.showSource === b.showSource && a.sha256 === b.sha256

/** A new archive is of no demo yet, one of a demo cannot be deleted, and what nobody may read is nobody's news. */
export const reportSource: CollectionAfterChangeHook<Archive> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'create' || isSame(doc, previousDoc)) return
  if (!doc.showSource && !previousDoc.showSource) return
  await queueChange(req, changeOf(ARCHIVES, { reach: await reachOfSource(req, doc.id) }))
}
