// What the cached answers are answers of: a name that changes whenever the content does, in all replicas at once.
import { randomUUID } from 'node:crypto'
import { impatient, optionalRedis } from '@shellfolio/runtime/optional-redis'
import { Redis } from 'ioredis'
import { PUBLIC_API } from '../../limits.ts'

export type Generation = {
  /** The name now, `undefined` when nobody can say: then nothing that is cached may be used. Never rejects. */
  current: () => Promise<string | undefined>
  /** Makes everything cached so far an answer of the past. @throws when other replicas cannot be told */
  renew: () => Promise<void>
  close: () => Promise<void>
}

/** Of the only process there is. */
export const memoryGeneration = (): Generation => {
  let count = 0
  return {
    current: async () => String(count),
    renew: async () => {
      count += 1
    },
    close: async () => undefined,
  }
}

const KEY = 'shellfolio:public-api:generation'

/**
 * Of all processes that share this Redis. The name is random: a Redis that has lost it never comes back to one of before.
 * After a question that was not answered in time, nobody is made to wait for another for a moment. What was kept before
 * such a silence is not used after it: a change may have gone by. One that could not be told is told when Redis is back.
 */
export const redisGeneration = (url: string, { now = Date.now } = {}): Generation => {
  const { redisTimeoutMs: timeoutMs, redisPauseMs: pauseMs } = PUBLIC_API
  const redis = new Redis(url, impatient({ timeoutMs, pauseMs }))
  let silences = 0
  const onSilence = () => {
    silences += 1
  }
  const settle = () => redis.set(KEY, randomUUID())
  const link = optionalRedis(redis, { pauseMs, settle, onSilence, now })
  redis.on('close', onSilence)

  const read = async (): Promise<string | undefined> => {
    const known = await redis.get(KEY)
    if (known) return known
    await redis.set(KEY, randomUUID(), 'NX')
    return (await redis.get(KEY)) ?? undefined
  }

  return {
    current: async () => {
      const known = await link.attempt(read)
      return known && `${silences} ${known}`
    },
    renew: link.settle,
    close: async () => redis.disconnect(),
  }
}
