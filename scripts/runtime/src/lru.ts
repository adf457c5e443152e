// A map that forgets what was used longest ago, so that what it holds never weighs more than it may.

type Weighed<Value> = { value: Value; bytes: number }

export type Lru<Value> = {
  get: (key: string) => Value | undefined
  /** What weighs more than one entry may is not kept. */
  set: (key: string, value: Value, bytes: number) => void
  drop: (key: string) => void
  clear: () => void
  /** Of all entries, keys included. */
  bytes: () => number
}

/** Bounds in bytes of all entries and of each, and in number for those that weigh next to nothing. */
export type Room = { maxBytes: number; maxEntryBytes?: number; maxEntries: number }

export const createLru = <Value>({
  maxBytes,
  maxEntryBytes = maxBytes,
  maxEntries,
}: Room): Lru<Value> => {
  // A map keeps the order in which keys were set: the first is the one to forget.
  const entries = new Map<string, Weighed<Value>>()
  let total = 0

  const drop = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }

  return {
    get: (key) => {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set: (key, value, bytes) => {
      drop(key)
      const weight = bytes + 2 * key.length
      if (weight > maxEntryBytes) return
      entries.set(key, { value, bytes: weight })
      total += weight
      for (const oldest of entries.keys()) {
        if (total <= maxBytes && entries.size <= maxEntries) break
        drop(oldest)
      }
    },
    drop,
    clear: () => {
      entries.clear()
      total = 0
    },
    bytes: () => total,
  }
}
