// Puts a message into the outbox, inside the transaction that changes the content: both are kept, or neither.
import type { PayloadRequest } from 'payload'
import { type Change, OUTBOX } from './change.ts'
import { outboxWorkerOf } from './worker.ts'

export const queueChange = async (req: PayloadRequest, change: Change): Promise<void> => {
  await req.payload.jobs.queue({
    task: OUTBOX,
    queue: OUTBOX,
    input: change,
    overrideAccess: true,
    req,
  })
  outboxWorkerOf(req.payload).nudge(await req.transactionID)
}
