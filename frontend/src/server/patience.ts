// How often one visitor may ask for what costs a question to the CMS or a render each time.
import type { IncomingMessage } from 'node:http'
import { addressKey, createMemoryLimiter } from '@shellfolio/payload-terminal/limiter'
import { LIMITS } from '../limits.ts'

export type Asking = keyof typeof LIMITS.askings

/** Seconds until this visitor may ask again; 0 when it may now, which is then counted. */
export type Patience = (
  asking: Asking,
  request: Pick<IncomingMessage, 'headers'>,
) => Promise<number>

/** `now`: milliseconds; tests move it. */
export const createPatience = (now: () => number = Date.now): Patience => {
  const limiter = createMemoryLimiter({ now, maxKeys: LIMITS.maxAskers })
  return async (asking, { headers }) => {
    // The one address that our server vouches for, whatever was sent.
    const address = addressKey(`${headers['x-forwarded-for']}`)
    const verdict = await limiter.take(`${asking}:${address}`, LIMITS.askings[asking])
    return verdict.isAllowed ? 0 : verdict.retryAfterS
  }
}
