// Tickets in this process: right for one replica. Expired ones go when new ones come, so no timer is needed.
import { MAX_MEMORY_TICKETS } from '../limits.ts'
import type { TicketRecord, TicketStore } from './store.ts'

type Kept = { record: TicketRecord; expiresAt: number }

/** `now`: milliseconds; tests move it. */
export const createMemoryTicketStore = ({ now = () => Date.now() } = {}): TicketStore => {
  const kept = new Map<string, Kept>()

  const dropExpired = () => {
    for (const [hash, { expiresAt }] of kept) {
      if (expiresAt <= now()) kept.delete(hash)
    }
  }

  return {
    put: async (hash, record, ttlS) => {
      if (kept.size >= MAX_MEMORY_TICKETS) dropExpired()
      if (kept.size >= MAX_MEMORY_TICKETS) throw new Error('Too many tickets are waiting.')
      kept.set(hash, { record, expiresAt: now() + ttlS * 1000 })
    },
    take: async (hash) => {
      const found = kept.get(hash)
      kept.delete(hash)
      return found && found.expiresAt > now() ? found.record : undefined
    },
    close: async () => kept.clear(),
  }
}
