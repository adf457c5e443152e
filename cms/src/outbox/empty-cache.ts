// Takes answers of before the change away from readers, ahead of the message that makes the site ask again.
import type { Payload } from 'payload'
import { publicApiOf } from '../public-api/instance.ts'

/**
 * Runs `tell` once the cache of the public API is empty. Where other replicas cannot be told, the site is told all the
 * same: it may be right, and hears of it again. @throws then, so that the whole is repeated; and what `tell` throws
 */
export const afterEmptying = async (payload: Payload, tell: () => Promise<void>): Promise<void> => {
  const failed = await publicApiOf(payload)
    ?.empty()
    .then(
      () => undefined,
      () => new Error('The cache of the public API could not be emptied: Redis does not answer.'),
    )
  await tell()
  if (failed) throw failed
}
