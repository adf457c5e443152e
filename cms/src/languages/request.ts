// A request of our own for reading in a certain language inside the transaction of another: reading writes the language
// into the request that it is given, and who writes goes on with that.
import type { PayloadRequest } from 'payload'

/** Of nobody in particular, in the same transaction. The language is said with each read. */
export const readingApart = async ({
  payload,
  transactionID,
}: PayloadRequest): Promise<PayloadRequest> =>
  ({ payload, transactionID: await transactionID, context: {} }) as PayloadRequest
