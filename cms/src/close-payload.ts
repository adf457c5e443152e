// Ends a Payload instance: Payload's own `destroy` leaves its connection pool open.
import type { Payload } from 'payload'
import { outboxWorkerOf } from './outbox/worker.ts'

/** Stops the outbox and the crons, then closes every database connection. The instance is of no use afterwards. */
export const closePayload = async (payload: Payload): Promise<void> => {
  const { pool } = payload.db
  await outboxWorkerOf(payload).stop()
  await payload.destroy()
  await pool.end()
}
