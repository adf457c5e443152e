// Remembers which projects exist, so that unknown addresses cost the CMS nothing. One memory for the whole process.
import { LIMITS } from '../limits.ts'

type Memory = {
  slugs: ReadonlySet<string> | undefined
  /** When the list was read, in milliseconds; 0 after a change. */
  readAt: number
  failedAt: number
  /** Counts changes: an answer that was asked for before one is not kept. */
  change: number
  pending: Promise<ReadonlySet<string>> | undefined
}

export type KnownSlugs = {
  /** All slugs; asks the CMS when nothing is known or something changed. @throws what `read` throws */
  all: () => Promise<ReadonlySet<string>>
  /** Forgets that the list is current. */
  forget: () => void
}

const NEVER = -Infinity

export const createKnownSlugs = (
  read: () => Promise<string[]>,
  now: () => number = Date.now,
): KnownSlugs => {
  const memory: Memory = {
    slugs: undefined,
    readAt: NEVER,
    failedAt: NEVER,
    change: 0,
    pending: undefined,
  }

  const load = async (): Promise<ReadonlySet<string>> => {
    const { change } = memory
    try {
      const slugs = new Set(await read())
      if (memory.change === change) Object.assign(memory, { slugs, readAt: now() })
      return slugs
    } catch (error) {
      memory.failedAt = now()
      throw error
    } finally {
      if (memory.change === change) memory.pending = undefined
    }
  }

  const refresh = () => {
    memory.pending ??= load()
    return memory.pending
  }

  const all = async () => {
    const { slugs, readAt, failedAt } = memory
    if (slugs && now() - readAt < LIMITS.slugListLifetimeMs) return slugs
    if (slugs && now() - failedAt < LIMITS.slugListRetryMs) return slugs
    if (slugs === undefined || readAt === NEVER) {
      // A CMS that is down leaves the last list standing; without one the caller has to know.
      return refresh().catch((error) => memory.slugs ?? Promise.reject(error))
    }
    refresh().catch(() => undefined)
    return slugs
  }

  const forget = () => {
    memory.change += 1
    memory.readAt = NEVER
    memory.pending = undefined
  }

  return { all, forget }
}
