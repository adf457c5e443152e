// Takes answers of before the change away from readers, ahead of the message that makes the site ask again.
import type { Payload } from 'payload'
import { publicApiOf } from '../public-api/instance.ts'

/** Empties the cache of the public API, of all replicas. Answers why it could not, in words. Never rejects. */
export const emptyCache = async (payload: Payload): Promise<string | undefined> =>
  publicApiOf(payload)
    ?.empty()
    .then(
      () => undefined,
      () => 'The cache of the public API could not be emptied: Redis does not answer.',
    )
