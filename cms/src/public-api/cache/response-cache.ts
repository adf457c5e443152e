// Answers as they were given before, as long as the content is the same. One load for all who ask for it at once.
import { createLru, type Room } from '@shellfolio/runtime/lru'
import { createQueue, type Queue, type QueueBounds } from '@shellfolio/runtime/queue'
import { PUBLIC_API } from '../../limits.ts'
import type { Generation } from './generation.ts'

/** A shelf as it is in one generation of answers. */
export type Moment<Value> = {
  /** What `load` answers, or has answered for `key` before. @throws {QueueFullError}, and what `load` throws */
  get: (key: string, load: () => Promise<Value>) => Promise<Value>
  /** As `get` for each of `keys`, in their order. `load` answers all that are missing; what it leaves out is left out. */
  getAll: (
    keys: readonly string[],
    load: (missing: string[]) => Promise<Map<string, Value>>,
  ) => Promise<Value[]>
}

export type Shelf<Value> = Moment<Value> & {
  /** For many questions about one moment; asked anew for each reader, whom nothing of before may reach. */
  now: () => Promise<Moment<Value>>
  /** What is kept for `key`, if anything is. */
  recall: (key: string) => Promise<Value | undefined>
}

export type ShelfOptions<Value> = {
  /** What all of it may weigh, in bytes, and of how many answers. */
  room: Room
  /** How many may be loaded, and wait for that, at a time. Without it, who asks keeps within bounds. */
  loads?: QueueBounds
  /** What an answer weighs. */
  bytesOf: (value: Value) => number
  /** Whether an answer is worth its place. */
  isKept?: (value: Value) => boolean
}

export type ResponseCache = {
  /** Room of its own: nothing on another shelf is forgotten for it. A load may ask another shelf, but not its own. */
  shelf: <Value>(options: ShelfOptions<Value>) => Shelf<Value>
  /** From the moment it resolves, no answer of before is given, in any replica. @throws when they cannot be told */
  empty: () => Promise<void>
  close: () => Promise<void>
}

/** `now`: milliseconds; tests move it. */
export const createResponseCache = ({
  generation,
  now = Date.now,
}: {
  generation: Generation
  now?: () => number
}): ResponseCache => {
  const clears: (() => void)[] = []
  // Also where the generation is not known: whoever asks after a change never joins a load from before it.
  let changes = 0

  const shelf = <Value>({
    room,
    loads,
    bytesOf,
    isKept = () => true,
  }: ShelfOptions<Value>): Shelf<Value> => {
    const kept = createLru<{ value: Value; untilMs: number }>(room)
    const inTurn: Queue = loads ? createQueue(loads) : (work) => work()
    const loading = new Map<string, Promise<Value>>()
    let keptOf: string | undefined
    clears.push(kept.clear)

    /** The generation now; what is of another is forgotten. */
    const enter = async (): Promise<string | undefined> => {
      const name = await generation.current()
      if (name !== undefined && name !== keptOf) {
        kept.clear()
        keptOf = name
      }
      return name
    }

    const find = (name: string | undefined, key: string): Value | undefined => {
      const entry = name === undefined ? undefined : kept.get(key)
      return entry && entry.untilMs > now() ? entry.value : undefined
    }

    /** Only if it was read after the newest change that this process has heard of. */
    const keep = (name: string | undefined, key: string, value: Value) => {
      if (name === undefined || name !== keptOf || !isKept(value)) return
      kept.set(key, { value, untilMs: now() + PUBLIC_API.keepMs }, bytesOf(value))
    }

    const loadOnce = (flight: string, load: () => Promise<Value>): Promise<Value> => {
      const known = loading.get(flight)
      if (known) return known
      const running = inTurn(load).finally(() => loading.delete(flight))
      loading.set(flight, running)
      return running
    }

    const openAt = async (): Promise<Moment<Value>> => {
      const name = await enter()
      return {
        get: async (key, load) => {
          const known = find(name, key)
          if (known !== undefined) return known
          return loadOnce(`${changes} ${name ?? ''} ${key}`, async () => {
            const value = await load()
            keep(name, key, value)
            return value
          })
        },
        getAll: async (keys, load) => {
          const values = new Map<string, Value>()
          for (const key of keys) {
            const known = find(name, key)
            if (known !== undefined) values.set(key, known)
          }
          const missing = keys.filter((key) => !values.has(key))
          const loaded = missing.length > 0 ? await inTurn(() => load(missing)) : []
          for (const [key, value] of loaded) {
            keep(name, key, value)
            values.set(key, value)
          }
          return keys.flatMap((key) => values.get(key) ?? [])
        },
      }
    }

    return {
      now: openAt,
      recall: async (key) => find(await enter(), key),
      get: async (key, load) => (await openAt()).get(key, load),
      getAll: async (keys, load) => (await openAt()).getAll(keys, load),
    }
  }

  return {
    shelf,
    empty: async () => {
      changes += 1
      for (const clear of clears) clear()
      await generation.renew()
    },
    close: generation.close,
  }
}
