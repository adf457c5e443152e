// Puts a message into the outbox, inside the transaction that changes the content: both are kept, or neither.
import type { PayloadRequest } from 'payload'
import { indexChange } from '../search/maintain.ts'
import { type Change, OUTBOX } from './change.ts'
import { outboxWorkerOf } from './worker.ts'

/** `id`: of the document that has changed; none of a global. What is found by searching changes with it. */
export const queueChange = async (
  req: PayloadRequest,
  change: Change,
  id?: number | string,
): Promise<void> => {
  if (id !== undefined) await indexChange(req, change.collection, id)
  await req.payload.jobs.queue({
    task: OUTBOX,
    queue: OUTBOX,
    input: change,
    overrideAccess: true,
    req,
  })
  outboxWorkerOf(req.payload).nudge(await req.transactionID)
}
