// Places in Redis, for several replicas: one script for each method, and pub/sub on a connection of its own.
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { operator } from '../operators/operator.ts'
import { createRedisSignal } from '../signal.ts'
import {
  BEGIN,
  COUNT,
  FIND,
  FREED_CHANNEL,
  KEYS,
  LIST,
  ON_SERVICES,
  RECENT_ENDS,
  RELEASE,
  RESERVE,
  SEEN,
} from './redis-scripts.ts'
import type { Reservation, ResumeMaterial, SessionRecord, Sessions } from './sessions.ts'

/** Redis is trusted to keep what we wrote, but not to have been written by this version. */
const place = z.object({
  sid: z.string(),
  demo: z.string(),
  service: z.string(),
  addressHash: z.string(),
  country: z.string().max(2).optional(),
  startedAtMs: z.number(),
  by: z.literal('operator').optional(),
})
const record = place.extend({
  keyHash: z.string(),
  operator: operator.optional(),
  resume: z.object({
    archiveId: z.string(),
    grant: z.custom<ResumeMaterial['grant']>(
      (value) => typeof value === 'object' && value !== null && 'sid' in value,
    ),
  }),
})

const parsed = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** `redis`: a connection that it does not own. */
export const createRedisSessions = (redis: Redis): Sessions => {
  const run = (script: string, ...argv: (string | number)[]) =>
    redis.eval(script, KEYS.length, ...KEYS, ...argv)

  const freed = createRedisSignal(redis, FREED_CHANNEL)

  return {
    onFreed: freed.on,
    close: async () => freed.close(),
    reserve: async (whole, { capacity, perAddress, perDemo, perService }) => {
      const { sid, demo, service, addressHash, country, startedAtMs, by } = whole
      const place = { sid, demo, service, addressHash, country, startedAtMs, by }
      const counted = JSON.stringify(place)
      const wanted = [sid, counted, JSON.stringify(whole), demo, addressHash]
      const bounds = [capacity, perAddress, perDemo, service, perService]
      return (await run(RESERVE, ...wanted, ...bounds)) as Reservation
    },
    begin: async (sid) => (await run(BEGIN, sid)) === 1,
    find: async (sid): Promise<SessionRecord | undefined> => {
      const text = await run(FIND, sid)
      return typeof text === 'string' ? parsed(record, text) : undefined
    },
    seen: async (sids) => {
      if (sids.length > 0) await run(SEEN, ...sids)
    },
    release: async (sid) => {
      await run(RELEASE, sid)
    },
    list: async () => {
      const flat = (await run(LIST)) as string[]
      return flat.flatMap((text, index) => {
        const found = index % 2 === 0 ? parsed(place, text) : undefined
        const begunFor = flat[index + 1]
        if (!found) return []
        return [{ ...found, ...(begunFor ? { begunForMs: Number(begunFor) } : {}) }]
      })
    },
    onServices: async () => {
      const flat = (await run(ON_SERVICES)) as string[]
      const pairs = flat.flatMap((text, index): [string, number][] =>
        index % 2 === 0 ? [[text, Number(flat[index + 1])]] : [],
      )
      return new Map(pairs)
    },
    count: async () => Number(await run(COUNT)),
    recentEnds: async () => {
      const texts = (await run(RECENT_ENDS)) as string[]
      return texts.map((text) => {
        const [atMs = 0, lastedMs = 0] = text.split(':').map(Number)
        return { atMs, lastedMs }
      })
    },
  }
}
