// What services say of themselves in Redis, against a real server.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Redis } from 'ioredis'
import { connectRedis } from '../../plugins/terminal/src/connect-redis.ts'
import {
  announced,
  announcementsTests,
} from '../../plugins/terminal/src/fleet/announcements-contract.ts'
import type { Announcements } from '../../plugins/terminal/src/fleet/host.ts'
import { createRedisAnnouncements } from '../../plugins/terminal/src/fleet/redis-announcements.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

const SAID = 'shellfolio:services:said'
const HEARD = 'shellfolio:services:heard'

let server: RedisServer
let redis: Redis
let store: Announcements

beforeAll(async () => {
  server = await startRedis()
  redis = connectRedis(server.url)
})
beforeEach(async () => {
  await redis.flushall()
  store = createRedisAnnouncements(redis)
})
afterAll(async () => {
  redis?.disconnect()
  await server?.stop()
})

describe('announcements in Redis', () => {
  announcementsTests({
    store: () => store,
    // Redis's clock cannot be moved, so what it is compared with is.
    pass: async (ms) => {
      for (const url of await redis.zrange(HEARD, '0', '-1')) await redis.zincrby(HEARD, -ms, url)
    },
  })

  test('are known to every replica', async () => {
    const connection = connectRedis(server.url)
    await store.put(announced())
    expect(await createRedisAnnouncements(connection).list()).toMatchObject([{ id: 'start-1' }])
    connection.disconnect()
  })

  test('treat what another version wrote as no service', async () => {
    await store.put(announced())
    await redis.hset(SAID, 'http://10.0.0.5:3002', '{"atMs":1}')
    expect(await store.list()).toEqual([])
    expect(await store.put(announced())).toBe(true)
  })

  test('leave nothing in Redis for ever', async () => {
    await store.put(announced())
    for (const key of [SAID, HEARD]) expect(await redis.ttl(key)).toBeGreaterThan(0)
  })
})
