// Several writes that happen together or not at all, where the database can do that.
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

/** `work` has to hand its request to everything that it writes. What it throws is thrown on. */
export const inTransaction = async (
  payload: Payload,
  work: (req: PayloadRequest) => Promise<void>,
): Promise<void> => {
  const req = await createLocalReq({}, payload)
  const isOurs = await initTransaction(req)
  try {
    await work(req)
    if (isOurs) await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
