// Remembers which signed messages were acted on, so that a copy of one does nothing: in Redis where several processes get
// them, in memory otherwise. On globalThis, as Next may load this twice.
import { LIMITS } from '../limits.ts'
import type { Replicas } from './replicas/replicas.ts'
import { replicas } from './replicas/shared.ts'

export type SeenMessages = {
  /** False for a copy of one that was claimed before. */
  claim: (id: string, timestamp: string) => Promise<boolean>
  /** It could not be acted on: the same may come again. */
  release: (id: string, timestamp: string) => Promise<void>
}

type Options = { now?: () => number; shared?: () => Replicas | undefined }

/**
 * The same id with a later timestamp is no copy: the CMS signs each try anew, and an owner may send a message again.
 * Older copies than are remembered here are refused by their timestamp.
 */
export const createSeenMessages = ({
  now = Date.now,
  shared = replicas,
}: Options = {}): SeenMessages => {
  /** When each was claimed, oldest first. */
  const seen = new Map<string, number>()
  const keyOf = (id: string, timestamp: string) => `${timestamp}.${id}`
  const forgetOld = () => {
    for (const [key, at] of seen) {
      if (seen.size <= LIMITS.maxSeenMessages && now() - at < LIMITS.seenMessageMs) break
      seen.delete(key)
    }
  }
  return {
    claim: async (id, timestamp) => {
      const key = keyOf(id, timestamp)
      forgetOld()
      if (seen.has(key)) return false
      seen.set(key, now())
      forgetOld()
      return (await shared()?.claim(key)) ?? true
    },
    release: async (id, timestamp) => {
      const key = keyOf(id, timestamp)
      seen.delete(key)
      await shared()?.release(key)
    },
  }
}

const KEY = Symbol.for('shellfolio.seen-messages')
const holder = globalThis as { [KEY]?: SeenMessages }

export const seenMessages = (): SeenMessages => {
  holder[KEY] ??= createSeenMessages()
  return holder[KEY]
}
