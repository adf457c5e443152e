// Ends a Payload instance: Payload's own `destroy` leaves its connection pool open.
import type { Payload } from 'payload'
import { forgotPasswordsSent } from './accounts/forgot-password.ts'
import { placesOf } from './files/places.ts'
import { outboxWorkerOf } from './outbox/worker.ts'
import { publicApiOf } from './public-api/instance.ts'

/** Stops the outbox and the crons, then closes every connection to the bucket and the database. The instance is of no use afterwards. */
export const closePayload = async (payload: Payload): Promise<void> => {
  const { pool } = payload.db
  await outboxWorkerOf(payload).stop()
  await publicApiOf(payload)?.close()
  await forgotPasswordsSent(payload)
  await payload.destroy()
  placesOf(payload).close()
  await pool.end()
}
