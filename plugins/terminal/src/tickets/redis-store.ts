// Tickets in Redis, for several replicas: GETDEL takes each once, EX lets it expire.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { operator } from '../operators/operator.ts'
import { RECORDING_KINDS } from '../recordings/collection.ts'
import type { TicketRecord, TicketStore } from './store.ts'

const PREFIX = 'shellfolio:ticket:'

/** Redis is trusted to keep what we wrote, but not to have been written by this version. */
const record = z.object({
  origin: z.string(),
  addressHash: z.string(),
  service: z.string(),
  archiveId: z.string(),
  operator: operator.optional(),
  recording: z.enum(RECORDING_KINDS).optional(),
  grant: z.custom<TicketRecord['grant']>(
    (value) => typeof value === 'object' && value !== null && 'sid' in value,
  ),
})

const parse = (text: string): TicketRecord | undefined => {
  try {
    return record.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The store on a connection that it does not own. */
export const createRedisTicketStore = (redis: Redis): TicketStore => ({
  put: async (hash, value, ttlS) => {
    await redis.set(PREFIX + hash, JSON.stringify(value), 'EX', ttlS)
  },
  take: async (hash) => {
    const text = await redis.getdel(PREFIX + hash)
    return text === null ? undefined : parse(text)
  },
  close: async () => undefined,
})
