// Made files that are kept, within a bound: those that nobody asked for longest make room.
import type { Kept } from '../kept.ts'

/** `madeAt`: in milliseconds. `change`: the count of changes when it was asked for. */
export type Entry = { kept: Kept; madeAt: number; change: number }

export type Shelf = {
  get: (path: string) => Entry | undefined
  set: (path: string, entry: Entry) => void
  drop: (path: string) => void
}

export const createShelf = ({
  maxEntries,
  maxBytes,
}: {
  maxEntries: number
  maxBytes: number
}): Shelf => {
  const entries = new Map<string, Entry>()
  let bytes = 0

  const drop = (path: string) => {
    bytes -= entries.get(path)?.kept.bytes ?? 0
    entries.delete(path)
  }

  return {
    get: (path) => {
      const entry = entries.get(path)
      if (!entry) return undefined
      // A map keeps the order in which keys were set.
      entries.delete(path)
      entries.set(path, entry)
      return entry
    },
    set: (path, entry) => {
      drop(path)
      entries.set(path, entry)
      bytes += entry.kept.bytes
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries && bytes <= maxBytes) return
        drop(oldest)
      }
    },
    drop,
  }
}
