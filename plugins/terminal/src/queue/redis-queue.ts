// The queue in Redis, for several replicas: one script for each step, and pub/sub on a connection of its own.
import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { createRedisSignal } from '../signal.ts'
import { boundsOf } from './options.ts'
import { EFFECTS, laneOf, type Queue, type QueueEntry, type QueueOptions } from './queue.ts'
import {
  CHANGED_CHANNEL,
  CLAIM,
  FIND,
  FOLLOW,
  FREED,
  GO_AWAY,
  JOIN,
  KEYS,
  LEAVE,
  RANK,
  SETTLE,
  TOUCH,
  VIEW,
  WOULD_OVERTAKE,
} from './redis-scripts.ts'

/** Redis is trusted to keep what we wrote, but not to have been written by this version. */
const entrySchema = z.object({
  origin: z.string(),
  addressHash: z.string(),
  wanted: z.union([z.strictObject({ project: z.string() }), z.strictObject({ demo: z.string() })]),
})
const joined = z.union([z.enum(['queue-full', 'address-full']), z.number()])
const strings = z.array(z.string())

const parseEntry = (text: unknown): QueueEntry | undefined => {
  if (typeof text !== 'string') return undefined
  try {
    return entrySchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The queue on a connection that it does not own. Without `now` the clock is that of Redis. */
export const createRedisQueue = (redis: Redis, { now, ...options }: QueueOptions = {}): Queue => {
  const { maxPlaces, maxPerAddress, graceMs, leaseMs, retryMs } = boundsOf(options)
  const bounds = [graceMs, leaseMs, retryMs, maxPlaces, maxPerAddress]
  const changes = createRedisSignal(redis, CHANGED_CHANNEL)

  const run = (script: string, ...args: (string | number)[]): Promise<unknown> =>
    redis.eval(script, KEYS.length, ...KEYS, now ? now() : '', ...bounds, ...args)

  return {
    join: async (hash, entry) => {
      const kept = JSON.stringify(entry)
      const reply = joined.parse(await run(JOIN, hash, kept, entry.addressHash, laneOf(entry)))
      return typeof reply === 'number' ? { position: reply } : reply
    },
    find: async (hash) => parseEntry(await run(FIND, hash)),
    position: async (hash) => {
      const rank = await run(RANK, hash)
      return typeof rank === 'number' ? rank + 1 : undefined
    },
    wouldOvertake: async (entry) => (await run(WOULD_OVERTAKE, laneOf(entry))) === 1,
    follow: async ({ hash, follower }) => (await run(FOLLOW, hash, follower)) === 1,
    touch: async (followings) => {
      await run(TOUCH, ...followings.flatMap(({ hash, follower }) => [hash, follower]))
    },
    away: async ({ hash, follower }) => {
      await run(GO_AWAY, hash, follower)
    },
    leave: async (hash) => {
      await run(LEAVE, hash)
    },
    view: async () => {
      const [next, ...flat] = strings.parse(await run(VIEW))
      const places = []
      for (let index = 0; index < flat.length; index += 2) {
        places.push({ hash: flat[index] ?? '', follower: flat[index + 1] ?? '' })
      }
      return { places, next: next || undefined }
    },
    claim: async ({ hash, follower }) => {
      const token = randomBytes(16).toString('base64url')
      const epoch = await run(CLAIM, hash, follower, token)
      return typeof epoch === 'number' ? { hash, token, epoch } : undefined
    },
    settle: async ({ hash, token, epoch }, outcome) => {
      const { isRemoved, pause } = EFFECTS[outcome]
      return (await run(SETTLE, hash, token, epoch, isRemoved ? 1 : 0, pause)) === 1
    },
    freed: async () => {
      await run(FREED)
    },
    onChange: changes.on,
    close: async () => changes.close(),
  }
}
