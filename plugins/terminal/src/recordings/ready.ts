// Answers that many ask for at the same time: made once, and kept while there is room.
import { MAX_READY_BYTES } from '../limits.ts'

export type Ready = {
  /** `key` names the very version. What `make` throws is thrown to all who wait for it, and not remembered. */
  answer: (key: string, make: () => Promise<unknown>) => Promise<Blob>
}

const TYPE = { type: 'application/json' }

/** JSON as a blob: responses read from it without copies of their own. The one that was asked for longest ago goes first. */
export const createReady = ({ maxBytes = MAX_READY_BYTES } = {}): Ready => {
  const made = new Map<string, Blob>()
  const making = new Map<string, Promise<Blob>>()
  let bytes = 0

  const drop = (key: string) => {
    bytes -= made.get(key)?.size ?? 0
    made.delete(key)
  }
  const keep = (key: string, blob: Blob) => {
    drop(key)
    if (blob.size > maxBytes) return
    made.set(key, blob)
    bytes += blob.size
    for (const oldest of made.keys()) {
      if (bytes <= maxBytes) return
      drop(oldest)
    }
  }
  const begin = async (key: string, make: () => Promise<unknown>): Promise<Blob> => {
    try {
      const blob = new Blob([JSON.stringify(await make())], TYPE)
      keep(key, blob)
      return blob
    } finally {
      making.delete(key)
    }
  }
  return {
    answer: async (key, make) => {
      const known = made.get(key)
      if (known) {
        keep(key, known)
        return known
      }
      const pending = making.get(key) ?? begin(key, make)
      making.set(key, pending)
      return pending
    },
  }
}
