// Lets only so much wait for the CMS at the same time; what comes on top is refused at once, not queued.
import { CmsError } from './client.ts'

export const atOnce = (max: number) => {
  let waiting = 0
  /** @throws {CmsError} when as many as may wait do; besides, what `ask` throws */
  return async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    if (waiting >= max) throw new CmsError('Too many ask at once', { trouble: 'refused' })
    waiting += 1
    try {
      return await ask()
    } finally {
      waiting -= 1
    }
  }
}
