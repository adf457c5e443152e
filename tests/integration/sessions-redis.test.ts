// The terminal plugin's sessions in Redis, against a real server.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Redis } from 'ioredis'
import { connectRedis } from '../../plugins/terminal/src/connect-redis.ts'
import { createRedisSessions } from '../../plugins/terminal/src/sessions/redis-sessions.ts'
import type { Sessions } from '../../plugins/terminal/src/sessions/sessions.ts'
import {
  ROOMY,
  sessionRecord,
  sessionsTests,
} from '../../plugins/terminal/src/sessions/sessions-contract.ts'
import { createTerminalState } from '../../plugins/terminal/src/state.ts'
import { eventually } from '../support/eventually.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

const LEASES = 'shellfolio:sessions:leases'
const BEGUN = 'shellfolio:sessions:begun'

let server: RedisServer
let redis: Redis
let sessions: Sessions

beforeAll(async () => {
  server = await startRedis()
  redis = connectRedis(server.url)
})

beforeEach(async () => {
  await redis.flushall()
  sessions = createRedisSessions(redis)
})

afterEach(() => sessions.close())

afterAll(async () => {
  redis?.disconnect()
  await server?.stop()
})

/** Redis's clock cannot be moved, so what it is compared with is. */
const pass = async (seconds: number) => {
  for (const sid of await redis.zrange(LEASES, '0', '-1')) {
    await redis.zincrby(LEASES, -seconds * 1000, sid)
  }
  for (const sid of await redis.hkeys(BEGUN)) {
    await redis.hincrby(BEGUN, sid, String(-seconds * 1000))
  }
}

describe('sessions in Redis', () => {
  sessionsTests({ sessions: () => sessions, pass, eventually })

  test('are shared by replicas: what one frees, the other hears of and may take', async () => {
    const connection = connectRedis(server.url)
    const other = createRedisSessions(connection)
    try {
      const limits = { ...ROOMY, capacity: 1 }
      let isFree = true
      const stop = other.onFreed(() => {
        isFree = true
      })
      await eventually('the other listens', async () =>
        (await redis.pubsub('NUMSUB', 'shellfolio:sessions:freed')).includes(1),
      )
      expect(await sessions.reserve(sessionRecord({ sid: 'mine' }), limits)).toBe('reserved')
      expect(await other.reserve(sessionRecord({ sid: 'theirs' }), limits)).toBe('full')
      expect(await other.find('mine')).toEqual(sessionRecord({ sid: 'mine' }))
      isFree = false
      await sessions.release('mine')
      await eventually('the other hears', () => isFree)
      expect(await other.reserve(sessionRecord({ sid: 'theirs' }), limits)).toBe('reserved')
      stop()
    } finally {
      await other.close()
      connection.disconnect()
    }
  })

  test('leave no connection behind when the state is closed', async () => {
    const before = (await redis.client('LIST')) as string
    const lines = (text: string) => text.trim().split('\n').length
    const state = createTerminalState(server.url)
    state.sessions.onFreed(() => undefined)
    await state.sessions.count()
    await eventually('two more connections', async () => {
      return lines((await redis.client('LIST')) as string) === lines(before) + 2
    })
    await state.close()
    await eventually('they are gone', async () => {
      return lines((await redis.client('LIST')) as string) === lines(before)
    })
  })

  test('treat what another version wrote as no session', async () => {
    await sessions.reserve(sessionRecord({ sid: 'odd' }), ROOMY)
    await redis.hset('shellfolio:sessions:records', 'odd', '{"sid":1}')
    await redis.hset('shellfolio:sessions:places', 'odd', '{"sid":1}')
    expect(await sessions.find('odd')).toBeUndefined()
    expect(await sessions.list()).toEqual([])
    expect(await sessions.count()).toBe(1)
  })

  test('leave nothing in Redis for ever', async () => {
    await sessions.reserve(sessionRecord({ sid: 'one' }), ROOMY)
    await sessions.begin('one')
    await sessions.reserve(sessionRecord({ sid: 'two' }), ROOMY)
    await sessions.begin('two')
    await sessions.release('two')
    const keys = await redis.keys('shellfolio:sessions:*')
    expect(keys).toHaveLength(5)
    for (const key of keys) expect(await redis.ttl(key)).toBeGreaterThan(0)
  })
})

test('without Redis no place is given and none is said to be free', async () => {
  const away = await startRedis()
  const connection = connectRedis(away.url)
  const lost = createRedisSessions(connection)
  await lost.reserve(sessionRecord(), ROOMY)
  let heard = 0
  lost.onFreed(() => {
    heard += 1
  })
  await eventually('it listens', () => heard > 0)
  heard = 0
  await away.stop()
  await expect(lost.reserve(sessionRecord({ sid: 'next' }), ROOMY)).rejects.toThrow()
  await expect(lost.count()).rejects.toThrow()
  await expect(lost.find('session-1')).rejects.toThrow()
  expect(heard).toBe(0)
  await lost.close()
  connection.disconnect()
})
