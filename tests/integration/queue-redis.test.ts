// The queue for terminals in Redis: the contract, and several replicas on a real server.
import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals'
import type { Redis } from 'ioredis'
import { queueTests } from '../../plugins/terminal/src/queue/contract.ts'
import { createRedisQueue } from '../../plugins/terminal/src/queue/redis-queue.ts'
import { connectRedis } from '../../plugins/terminal/src/state.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

let server: RedisServer
let redis: Redis

beforeAll(async () => {
  server = await startRedis()
  redis = connectRedis(server.url)
})

beforeEach(async () => {
  await redis.flushdb()
})

afterAll(async () => {
  redis?.disconnect()
  await server?.stop()
})

describe('the queue in Redis', () => {
  queueTests(async (options) => {
    await redis.flushdb()
    return createRedisQueue(redis, options)
  })
})
