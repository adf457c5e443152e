// Remembers what decides about addresses, so that unknown ones cost the CMS nothing. One memory for the whole process.
import { LIMITS } from '../limits.ts'

type Memory<Value> = {
  value: Value | undefined
  /** When it was read, in milliseconds; `NEVER` after a change. */
  readAt: number
  failedAt: number
  failure: unknown
  /** Counts changes: an answer that was asked for before one is not kept. */
  change: number
  pending: Promise<Value> | undefined
}

export type Known<Value> = {
  /** The whole; asks the CMS when nothing is known or something changed. @throws what `read` throws */
  all: () => Promise<Value>
  /** Forgets that it is current. */
  forget: () => void
}

const NEVER = -Infinity

/** `Value` is never undefined: that stands for nothing known yet. */
export const createKnown = <Value>(
  read: () => Promise<Value>,
  now: () => number = Date.now,
): Known<Value> => {
  const memory: Memory<Value> = {
    value: undefined,
    readAt: NEVER,
    failedAt: NEVER,
    failure: undefined,
    change: 0,
    pending: undefined,
  }

  const load = async (): Promise<Value> => {
    const { change } = memory
    try {
      const value = await read()
      if (memory.change === change) Object.assign(memory, { value, readAt: now() })
      return value
    } catch (failure) {
      Object.assign(memory, { failedAt: now(), failure })
      throw failure
    } finally {
      if (memory.change === change) memory.pending = undefined
    }
  }

  const refresh = () => {
    memory.pending ??= load()
    return memory.pending
  }

  const all = async () => {
    const { value, readAt, failedAt, failure } = memory
    if (value !== undefined && now() - readAt < LIMITS.listLifetimeMs) return value
    if (now() - failedAt < LIMITS.listRetryMs) {
      if (value === undefined) throw failure
      return value
    }
    if (value === undefined || readAt === NEVER) {
      // A CMS that is down leaves the last list standing; without one the caller has to know.
      return refresh().catch((error) => memory.value ?? Promise.reject(error))
    }
    refresh().catch(() => undefined)
    return value
  }

  const forget = () => {
    memory.change += 1
    memory.readAt = NEVER
    memory.failedAt = NEVER
    memory.pending = undefined
  }

  return { all, forget }
}
