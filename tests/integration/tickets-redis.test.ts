// The Redis implementations of the terminal plugin against a real server.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Redis } from 'ioredis'
import { connectRedis } from '../../plugins/terminal/src/connect-redis.ts'
import type { Limiter } from '../../plugins/terminal/src/limiter/limiter.ts'
import { createRedisLimiter } from '../../plugins/terminal/src/limiter/redis-limiter.ts'
import { createTerminalState } from '../../plugins/terminal/src/state.ts'
import { createRedisTicketStore } from '../../plugins/terminal/src/tickets/redis-store.ts'
import type { TicketStore } from '../../plugins/terminal/src/tickets/store.ts'
import {
  ticketRecord,
  ticketStoreTests,
} from '../../plugins/terminal/src/tickets/store-contract.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

let server: RedisServer
let redis: Redis
let store: TicketStore
let limiter: Limiter

beforeAll(async () => {
  server = await startRedis()
  redis = connectRedis(server.url)
  store = createRedisTicketStore(redis)
  limiter = createRedisLimiter(redis)
})

afterAll(async () => {
  redis?.disconnect()
  await server?.stop()
})

describe('the ticket store in Redis', () => {
  ticketStoreTests(
    () => store,
    async (seconds) => {
      const deadline = Date.now() + seconds * 1000 + 5000
      while ((await redis.exists('shellfolio:ticket:old')) === 1) {
        if (Date.now() > deadline) throw new Error('The ticket never expired.')
      }
    },
  )

  test('shares tickets between two replicas, and each is taken once', async () => {
    const one = createTerminalState(server.url)
    const two = createTerminalState(server.url)
    try {
      await one.tickets.put('shared', ticketRecord(), 30)
      const taken = await Promise.all([
        one.tickets.take('shared'),
        two.tickets.take('shared'),
        one.tickets.take('shared'),
        two.tickets.take('shared'),
      ])
      expect(taken.filter(Boolean)).toHaveLength(1)
    } finally {
      await Promise.all([one.close(), two.close()])
    }
  })

  test('treats a record it did not write as no ticket', async () => {
    await redis.set('shellfolio:ticket:odd', '{"origin":1}', 'EX', 30)
    await redis.set('shellfolio:ticket:text', 'not json', 'EX', 30)
    expect(await store.take('odd')).toBeUndefined()
    expect(await store.take('text')).toBeUndefined()
  })
})

describe('the rate limiter in Redis', () => {
  test('allows the burst and then says when to come back', async () => {
    const rate = { burst: 3, perMinute: 6 }
    const verdicts = []
    for (let index = 0; index < 4; index += 1) verdicts.push(await limiter.take('burst', rate))
    expect(verdicts.slice(0, 3)).toEqual(Array(3).fill({ isAllowed: true }))
    expect(verdicts[3]).toEqual({ isAllowed: false, retryAfterS: expect.any(Number) })
  })

  test('never lets more through than the burst, however many ask at once', async () => {
    const rate = { burst: 5, perMinute: 1 }
    const asked = Array.from({ length: 40 }, () => limiter.take('crowd', rate))
    const allowed = (await Promise.all(asked)).filter(({ isAllowed }) => isAllowed)
    expect(allowed).toHaveLength(5)
  })

  test('gives tokens back over time', async () => {
    const rate = { burst: 1, perMinute: 1200 }
    expect((await limiter.take('time', rate)).isAllowed).toBe(true)
    const deadline = Date.now() + 5000
    let isAllowed = false
    while (!isAllowed && Date.now() < deadline) {
      isAllowed = (await limiter.take('time', rate)).isAllowed
    }
    expect(isAllowed).toBe(true)
  })

  test('forgets addresses that stay away', async () => {
    await limiter.take('away', { burst: 10, perMinute: 60 })
    expect(await redis.ttl('shellfolio:rate:away')).toBeGreaterThan(0)
    expect(await redis.ttl('shellfolio:rate:away')).toBeLessThanOrEqual(11)
  })
})

test('a launch fails fast while Redis is away', async () => {
  const away = await startRedis()
  const state = createTerminalState(away.url)
  await state.tickets.put('before', ticketRecord(), 30)
  await away.stop()
  await expect(state.tickets.take('before')).rejects.toThrow()
  await state.close()
})
