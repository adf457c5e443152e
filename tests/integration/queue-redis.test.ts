// The queue for terminals in Redis: the contract, and several replicas on a real server.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Redis } from 'ioredis'
import { connectRedis } from '../../plugins/terminal/src/connect-redis.ts'
import type { QueueClock } from '../../plugins/terminal/src/queue/clock.ts'
import { entryOf, queueTests } from '../../plugins/terminal/src/queue/contract.ts'
import { type EventReader, readEvents } from '../../plugins/terminal/src/queue/event-reader.ts'
import { createFakeHouse, type FakeHouse } from '../../plugins/terminal/src/queue/fake-house.ts'
import { createFollowers, type Followers } from '../../plugins/terminal/src/queue/followers.ts'
import { launchOrWait } from '../../plugins/terminal/src/queue/launch-or-wait.ts'
import { hashPlace } from '../../plugins/terminal/src/queue/place.ts'
import type { Queue, QueueOptions } from '../../plugins/terminal/src/queue/queue.ts'
import { createRedisQueue } from '../../plugins/terminal/src/queue/redis-queue.ts'
import { KEYS } from '../../plugins/terminal/src/queue/redis-scripts.ts'
import { eventually } from '../support/eventually.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

/** Long enough for a slow machine to confirm a place in, short enough to wait for. */
const SHORT_GRACE_MS = 1000

let server: RedisServer
let redis: Redis
let replicas: Replica[]

type Replica = {
  queue: Queue
  followers: Followers
  follow: (hash: string) => Promise<EventReader>
  /** Confirms places, sends heartbeats. */
  tick: () => void
  /** Ends as a process that was killed does: nothing is said to anybody. */
  crash: () => void
  close: () => Promise<void>
}

/** `house`: the sessions, which all replicas share. */
const startReplica = (house: FakeHouse, options: QueueOptions = {}, url = server.url): Replica => {
  const connection = connectRedis(url)
  const queue = createRedisQueue(connection, options)
  const ticks = new Set<() => void>()
  const clock: QueueClock = {
    now: () => Date.now(),
    every: (_, work) => {
      ticks.add(work)
      return () => {
        ticks.delete(work)
      }
    },
  }
  const followers = createFollowers({ queue, room: house.room, clock, patienceMs: 200 })
  const replica: Replica = {
    queue,
    followers,
    follow: async (hash) => {
      const entry = await queue.find(hash)
      if (!entry) throw new Error(`There is no place ${hash}.`)
      const stream = await followers.follow({ hash, entry, turn: house.turn })
      if (!stream) throw new Error(`The place ${hash} is gone.`)
      return readEvents(stream)
    },
    tick: () => {
      for (const work of [...ticks]) work()
    },
    crash: () => connection.disconnect(),
    close: async () => {
      await followers.close()
      await queue.close()
      connection.disconnect()
    },
  }
  replicas.push(replica)
  return replica
}

const last = (reader: EventReader) => reader.events().at(-1)
const sees = (reader: EventReader, event: string) =>
  eventually(`the visitor sees ${event}`, () => last(reader)?.event === event, 10_000)
const seesPlace = (reader: EventReader, position: number) =>
  eventually(
    `the visitor sees position ${position}`,
    () => (last(reader)?.data as { position?: number })?.position === position,
  )

beforeAll(async () => {
  server = await startRedis()
  redis = connectRedis(server.url)
})

beforeEach(async () => {
  replicas = []
  await redis.flushdb()
})

afterEach(() => Promise.all(replicas.map((replica) => replica.close())))

afterAll(async () => {
  redis?.disconnect()
  await server?.stop()
})

describe('the queue in Redis', () => {
  queueTests(async (options) => {
    await redis.flushdb()
    return createRedisQueue(redis, options)
  })

  test('goes by the clock of Redis unless told otherwise', async () => {
    const queue = createRedisQueue(redis, { graceMs: 50 })
    await queue.join('a', entryOf('a'))
    await eventually('the place is given up', async () => !(await queue.find('a')))
  })

  test('keeps nothing for ever, and only under its prefix', async () => {
    const queue = createRedisQueue(redis)
    await queue.join('a', entryOf('a', { wanted: { demo: 'x' } }))
    await queue.follow({ hash: 'a', follower: 'f' })
    const claim = await queue.claim({ hash: 'a', follower: 'f' })
    await queue.settle(claim!, 'demo-full')
    const keys = await redis.keys('*')
    expect(keys.length).toBeGreaterThan(5)
    expect(KEYS).toEqual(expect.arrayContaining(keys))
    for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0)
  })

  test('treats an entry it did not write as no place', async () => {
    const queue = createRedisQueue(redis)
    for (const name of ['odd', 'text']) await queue.join(name, entryOf(name))
    await redis.hset('shellfolio:queue:entries', { odd: '{"origin":1}', text: 'not json' })
    expect(await queue.find('odd')).toBeUndefined()
    expect(await queue.find('text')).toBeUndefined()
  })

  test('holds no place itself, only its hash', async () => {
    const house = createFakeHouse(0)
    const { queue } = startReplica(house)
    const launch = { queue, room: house.room, mint: house.turn.mint, check: async () => undefined }
    const answer = await launchOrWait(launch, entryOf('a'))
    if (!('place' in answer)) throw new Error('It got a ticket.')
    const kept = JSON.stringify([
      await redis.zrange('shellfolio:queue:order', '0', '-1'),
      await redis.hgetall('shellfolio:queue:entries'),
    ])
    expect(kept).toContain(hashPlace(answer.place))
    expect(kept).not.toContain(answer.place)
  })
})

describe('several replicas', () => {
  test('give 200 visitors exactly as many tickets as there are terminals, in order', async () => {
    const capacity = 5
    const house = createFakeHouse(capacity)
    const all = [startReplica(house), startReplica(house), startReplica(house)]
    const at = (index: number) => all[index % all.length]!
    const names = Array.from({ length: 200 }, (_, index) => `p${index}`)
    await Promise.all(names.map((name, index) => at(index).queue.join(name, entryOf(name))))
    const { places } = await at(0).queue.view()
    const readers = await Promise.all(places.map(({ hash }, index) => at(index).follow(hash)))
    for (let served = capacity; served <= 200; served += 1) {
      await eventually(`${served} are served`, () => house.served.length === served, 10_000)
      house.end()
    }
    expect(house.served).toEqual(places.map(({ hash }) => entryOf(hash).addressHash))
    expect(house.most()).toBe(capacity)
    await Promise.all(readers.map((reader) => sees(reader, 'ticket')))
    expect(house.released).toEqual([])
  })

  test('admit exactly as many launches as there are terminals, and queue the rest', async () => {
    const house = createFakeHouse(8)
    const all = [startReplica(house), startReplica(house)]
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const { queue } = all[index % all.length]!
        const launch = { queue, room: house.room, mint: house.turn.mint }
        return launchOrWait({ ...launch, check: async () => undefined }, entryOf(`p${index}`))
      }),
    )
    const positions = answers.flatMap((one) => ('position' in one ? [one.position] : []))
    expect(house.served).toHaveLength(8)
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 192 }, (_, n) => n + 1))
  })

  test('tell each other when a visitor leaves: the next one moves up', async () => {
    const house = createFakeHouse(0)
    const [one, two] = [startReplica(house), startReplica(house)]
    for (const name of ['a', 'b']) await one.queue.join(name, entryOf(name))
    const a = await one.follow('a')
    const b = await two.follow('b')
    await seesPlace(b, 2)
    await a.leave()
    await one.queue.leave('a')
    await seesPlace(b, 1)
  })

  test('take over a place from each other, and the older stream ends', async () => {
    const house = createFakeHouse(1)
    const [one, two] = [startReplica(house), startReplica(house)]
    await house.turn.mint(entryOf('first'))
    await one.queue.join('a', entryOf('a'))
    const old = await one.follow('a')
    await seesPlace(old, 1)
    const again = await two.follow('a')
    await eventually('the older stream ends', old.isEnded)
    expect(last(old)?.event).toBe('place')
    house.end()
    await sees(again, 'ticket')
  })

  test('give up the places of one that died, after the grace', async () => {
    const house = createFakeHouse(1)
    // It may die in the middle of a turn as well.
    const options = { graceMs: SHORT_GRACE_MS, leaseMs: SHORT_GRACE_MS }
    const [one, two] = [startReplica(house, options), startReplica(house, options)]
    await house.turn.mint(entryOf('first'))
    for (const name of ['a', 'b']) await one.queue.join(name, entryOf(name))
    await seesPlace(await one.follow('a'), 1)
    const b = await two.follow('b')
    await seesPlace(b, 2)
    one.crash()
    house.end()
    expect(await two.queue.position('b')).toBe(2)
    await eventually('the visitor moves up and is served', () => {
      two.tick()
      return last(b)?.event === 'ticket'
    })
    expect(house.served).toEqual(['first', 'b'].map((name) => entryOf(name).addressHash))
  })

  test('go on after one that died in the middle of a turn', async () => {
    const house = createFakeHouse(1)
    const options = { graceMs: SHORT_GRACE_MS, leaseMs: SHORT_GRACE_MS }
    const [one, two] = [startReplica(house, options), startReplica(house, options)]
    for (const name of ['a', 'b']) await one.queue.join(name, entryOf(name))
    await one.queue.follow({ hash: 'a', follower: 'of a process that is about to die' })
    await one.queue.claim({ hash: 'a', follower: 'of a process that is about to die' })
    one.crash()
    const b = await two.follow('b')
    await eventually('the visitor is served', () => {
      two.tick()
      return last(b)?.event === 'ticket'
    })
    expect(house.most()).toBe(1)
  })
})

describe('while Redis is away', () => {
  test('nothing is granted, followers are told, and all of it lets go', async () => {
    const away = await startRedis()
    const house = createFakeHouse(1)
    await house.turn.mint(entryOf('first'))
    const replica = startReplica(house, {}, away.url)
    await replica.queue.join('a', entryOf('a'))
    const a = await replica.follow('a')
    await seesPlace(a, 1)
    await away.stop()
    house.end()
    await eventually('the visitor is told', () => {
      replica.tick()
      return last(a)?.event === 'refused'
    })
    expect(last(a)?.data).toMatchObject({ code: 'service-unavailable' })
    const launch = { queue: replica.queue, room: house.room, mint: house.turn.mint }
    const asked = launchOrWait({ ...launch, check: async () => undefined }, entryOf('b'))
    await expect(asked).rejects.toMatchObject({ code: 'service-unavailable' })
    expect(house.served).toEqual([entryOf('first').addressHash])
    expect([replica.followers.count(), house.listeners()]).toEqual([0, 0])
  })

  test('a place survives a short break, and its turn comes after it', async () => {
    const house = createFakeHouse(1)
    await house.turn.mint(entryOf('first'))
    const replica = startReplica(house)
    await replica.queue.join('a', entryOf('a'))
    const a = await replica.follow('a')
    await seesPlace(a, 1)
    await redis.call('CLIENT', 'KILL', 'SKIPME', 'yes')
    house.end()
    await eventually('the visitor is served', () => {
      replica.tick()
      return last(a)?.event === 'ticket'
    })
  })
})

test('nothing is connected once queues and followers are closed', async () => {
  const clients = async () =>
    String(await redis.call('CLIENT', 'LIST'))
      .trim()
      .split('\n').length
  await eventually('only this test is connected', async () => (await clients()) === 1)
  const replica = startReplica(createFakeHouse(0))
  await replica.queue.join('a', entryOf('a'))
  const a = await replica.follow('a')
  await seesPlace(a, 1)
  await eventually('it listens', async () => (await clients()) === 3)
  await a.leave()
  await eventually('it listens no more', async () => (await clients()) === 2)
  await replica.close()
  await eventually('it is gone', async () => (await clients()) === 1)
})
