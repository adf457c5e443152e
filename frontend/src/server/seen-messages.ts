// Remembers which signed messages were acted on, so that a copy of one does nothing. On globalThis, as Next may load this twice.
import { LIMITS } from '../limits.ts'

export type SeenMessages = {
  has: (id: string, timestamp: string) => boolean
  add: (id: string, timestamp: string) => void
}

/**
 * The same id with a later timestamp is no copy: the CMS signs each try anew, and an owner may send a message again.
 * Older copies than are remembered here are refused by their timestamp.
 */
export const createSeenMessages = (now: () => number = Date.now): SeenMessages => {
  /** When each was acted on, oldest first. */
  const seen = new Map<string, number>()
  const keyOf = (id: string, timestamp: string) => `${timestamp}.${id}`
  const forgetOld = () => {
    for (const [key, at] of seen) {
      if (seen.size <= LIMITS.maxSeenMessages && now() - at < LIMITS.seenMessageMs) break
      seen.delete(key)
    }
  }
  return {
    has: (id, timestamp) => seen.has(keyOf(id, timestamp)),
    add: (id, timestamp) => {
      seen.set(keyOf(id, timestamp), now())
      forgetOld()
    },
  }
}

const KEY = Symbol.for('shellfolio.seen-messages')
const holder = globalThis as { [KEY]?: SeenMessages }

export const seenMessages = (): SeenMessages => {
  holder[KEY] ??= createSeenMessages()
  return holder[KEY]
}
