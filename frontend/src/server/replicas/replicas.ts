// What the site's processes share through Redis: rendered pages, news of changes, and which messages were acted on.
// Redis is never needed: without an answer each process goes on by itself.
import { createHash, randomUUID } from 'node:crypto'
import { impatient, optionalRedis } from '@shellfolio/runtime/optional-redis'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { LIMITS } from '../../limits.ts'
import { type SeldomOptions, sayingSeldom } from '../../seldom.ts'

export type Replicas = {
  /** Undefined when Redis does not answer. */
  readPage: (key: string) => Promise<PageRead | undefined>
  /**
   * `value` is JSON for Next; too large a one is kept by nobody. `change`: as it was read before the page was rendered. False
   * when there was another since, and the page is not stored. Undefined when Redis does not answer.
   */
  storePage: (
    key: string,
    page: StoredPage,
    change: string | undefined,
  ) => Promise<boolean | undefined>
  /** Pages stored so far are of before a change from now on. Never rejects. */
  beginChange: () => Promise<void>
  /** Whether nobody has claimed it before; undefined when Redis does not answer. */
  claim: (key: string) => Promise<boolean | undefined>
  release: (key: string) => Promise<void>
  /** Tells the other processes that content has changed. Never rejects. */
  tell: () => Promise<void>
  /** Resolves when Redis answers, or after `ms` without. */
  ready: (ms: number) => Promise<void>
  close: () => Promise<void>
}

const stored = z.object({
  /** Of its writing, in milliseconds. */
  lastModified: z.number(),
  value: z.unknown(),
  cacheControl: z.unknown(),
})
export type StoredPage = z.output<typeof stored>

/** `page`: as another process or this one stored it. `isOld`: content has changed since. `change`: name of the last one. */
export type PageRead = { page: StoredPage | null; isOld: boolean; change: string }

const enveloped = stored.extend({ generation: z.string(), change: z.string() })

const NO_CHANGE = ''
/** Redis said nothing when the page's render began: the page is shown, and rendered again. */
const UNKNOWN_CHANGE = 'unknown'

/** Undefined for what is no page of ours: another version, or another program, wrote it. */
const parse = (text: string) => {
  try {
    return enveloped.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export type ReplicasOptions = {
  url: string
  /** What the pages are pages of: two sites on one Redis never see each other's. */
  identity: readonly string[]
  /** Something changed, or may have changed while nobody could be told. */
  onTold: () => void
} & SeldomOptions

export const openReplicas = ({ url, identity, onTold, ...seldom }: ReplicasOptions): Replicas => {
  const own = randomUUID()
  const name = createHash('sha256').update(identity.join('\n')).digest('base64url').slice(0, 16)
  const prefix = `shellfolio:site:${name}:`
  const channel = `${prefix}changes`
  const generationKey = `${prefix}generation`
  const changeKey = `${prefix}change`
  const { timeoutMs, pauseMs, pageTtlS, maxPageBytes } = LIMITS.redis

  const redis = new Redis(url, impatient({ timeoutMs, pauseMs }))
  const subscriber = redis.duplicate({ autoResubscribe: false, commandTimeout: undefined })
  subscriber.on('error', () => undefined)

  const say = sayingSeldom<'silent' | 'large'>(seldom)
  const { attempt, owe } = optionalRedis(redis, {
    pauseMs,
    // What this process could not store may be old in Redis: all of it is given up before any of it is read again.
    settle: () => redis.set(generationKey, randomUUID()),
    onSilence: (error) => {
      const reason = error instanceof Error ? error.name : 'unknown'
      say(
        'silent',
        `Redis does not answer (${reason}). This process keeps its pages itself until it does.`,
      )
    },
    now: seldom.now,
  })

  subscriber.on('message', (_, from: string) => {
    if (from !== own) onTold()
  })
  let wasAway = false
  subscriber.on('close', () => {
    wasAway = true
  })
  subscriber.on('ready', () => {
    subscriber.subscribe(channel).then(
      () => {
        // Nothing is kept for who was away.
        if (wasAway) onTold()
        wasAway = false
      },
      // Refused or cut off: it connects and asks again after a pause.
      () => subscriber.disconnect(true),
    )
  })

  /** The name is random: a Redis that has lost it never comes back to one of before. */
  const currentGeneration = async (): Promise<string | null> => {
    const known = await redis.get(generationKey)
    if (known) return known
    await redis.set(generationKey, randomUUID(), 'NX')
    return redis.get(generationKey)
  }

  return {
    readPage: async (key) => {
      const name = `${prefix}page:${key}`
      const answer = await attempt(() => redis.mget(generationKey, changeKey, name))
      if (!answer) return undefined
      const [generation, change, text] = answer
      const last = change ?? NO_CHANGE
      if (!text) return { page: null, isOld: false, change: last }
      const page = parse(text)
      if (!page) await attempt(() => redis.del(name))
      if (!page || page.generation !== generation) return { page: null, isOld: false, change: last }
      return { page, isOld: page.change !== last, change: last }
    },
    storePage: async (key, page, change) => {
      const name = `${prefix}page:${key}`
      const isStored = await attempt(async () => {
        const generation = await currentGeneration()
        const last = (await redis.get(changeKey)) ?? NO_CHANGE
        if (change !== undefined && change !== last) return false
        const text = JSON.stringify({ ...page, generation, change: change ?? UNKNOWN_CHANGE })
        if (Buffer.byteLength(text) > maxPageBytes) {
          say('large', `A page is too large to be shared (${text.length} characters).`)
          await redis.del(name)
        } else await redis.set(name, text, 'EX', pageTtlS)
        return true
      })
      if (isStored === undefined) owe()
      return isStored
    },
    beginChange: async () => {
      // The name is random, as that of the generation.
      const isNamed = await attempt(() => redis.set(changeKey, randomUUID()))
      if (!isNamed) owe()
    },
    claim: (key) =>
      attempt(async () => {
        const ttl = LIMITS.seenMessageMs
        return (await redis.set(`${prefix}seen:${key}`, own, 'PX', ttl, 'NX')) === 'OK'
      }),
    release: async (key) => {
      await attempt(() => redis.del(`${prefix}seen:${key}`))
    },
    tell: async () => {
      await attempt(() => redis.publish(channel, own))
    },
    ready: (ms) =>
      new Promise((resolve) => {
        if (redis.status === 'ready') return resolve()
        const timer = setTimeout(resolve, ms)
        redis.once('ready', () => {
          clearTimeout(timer)
          resolve()
        })
      }),
    close: async () => {
      redis.disconnect()
      subscriber.disconnect()
    },
  }
}
