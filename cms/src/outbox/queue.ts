// Puts a message into the outbox, inside the transaction that changes the content: both are kept, or neither.
import type { PayloadRequest } from 'payload'
import { LINE } from '../fields/text-lengths.ts'
import { indexChange } from '../search/maintain.ts'
import { type Change, DELIVERIES, messageOf, subjectOf } from './change.ts'
import { outboxWorkerOf } from './worker.ts'

/** `document`: id of what has changed; none of a global. What is found by searching changes with it. */
export const queueChange = async (
  req: PayloadRequest,
  change: Change,
  document?: number | string,
): Promise<void> => {
  if (document !== undefined) await indexChange(req, change.collection, document)
  const { id, body } = messageOf(change)
  await req.payload.create({
    collection: DELIVERIES,
    data: {
      messageId: id,
      subject: subjectOf(change).slice(0, LINE),
      message: body,
      state: 'waiting',
      attempts: 0,
      nextTryAt: new Date().toISOString(),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  outboxWorkerOf(req.payload).nudge(await req.transactionID)
}
