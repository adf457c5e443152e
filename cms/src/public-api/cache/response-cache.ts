// Answers as they were given before, as long as the content is the same. One load for all who ask for it at once.
import { PUBLIC_API } from '../../limits.ts'
import type { Generation } from './generation.ts'
import { createLoadLimit } from './load-limit.ts'
import { createLru } from './lru.ts'

export type ResponseCache<Value> = {
  /** What `load` answers, or has answered for `key` before. @throws {TooBusyError}, and what `load` throws */
  get: (key: string, load: () => Promise<Value>) => Promise<Value>
  /** From the moment it resolves, no answer of before is given, in any replica. @throws when they cannot be told */
  empty: () => Promise<void>
  close: () => Promise<void>
}

/** `bytesOf`: what an answer weighs. `now`: milliseconds; tests move it. */
export const createResponseCache = <Value>({
  generation,
  bytesOf,
  now = Date.now,
}: {
  generation: Generation
  bytesOf: (value: Value) => number
  now?: () => number
}): ResponseCache<Value> => {
  const kept = createLru<{ value: Value; untilMs: number }>(PUBLIC_API.cache)
  const limited = createLoadLimit(PUBLIC_API.loads)
  const loading = new Map<string, Promise<Value>>()
  let keptOf: string | undefined
  // Also where the generation is not known: whoever asks after a change never joins a load from before it.
  let changes = 0

  const recall = (key: string): Value | undefined => {
    const entry = kept.get(key)
    return entry && entry.untilMs > now() ? entry.value : undefined
  }

  const loadOnce = (flight: string, load: () => Promise<Value>): Promise<Value> => {
    const known = loading.get(flight)
    if (known) return known
    const running = limited(load).finally(() => loading.delete(flight))
    loading.set(flight, running)
    return running
  }

  return {
    get: async (key, load) => {
      const name = await generation.current()
      if (name !== undefined && name !== keptOf) {
        kept.clear()
        keptOf = name
      }
      const known = name === undefined ? undefined : recall(key)
      if (known !== undefined) return known
      return loadOnce(`${changes} ${name ?? ''} ${key}`, async () => {
        const value = await load()
        // Kept only if it was read after the newest change that this process has heard of.
        if (name !== undefined && name === keptOf) {
          kept.set(key, { value, untilMs: now() + PUBLIC_API.keepMs }, bytesOf(value))
        }
        return value
      })
    },
    empty: async () => {
      changes += 1
      kept.clear()
      await generation.renew()
    },
    close: generation.close,
  }
}
