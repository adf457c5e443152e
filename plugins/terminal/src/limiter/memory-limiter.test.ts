import { describe, expect, test } from '@jest/globals'
import { createMemoryLimiter } from './memory-limiter.ts'

const rate = { burst: 2, perMinute: 60 }

describe('the rate limiter in memory', () => {
  test('allows the burst, then one for each token that comes back', async () => {
    let now = 0
    const limiter = createMemoryLimiter({ now: () => now })
    const take = async () => (await limiter.take('a', rate)).isAllowed
    expect([await take(), await take(), await take()]).toEqual([true, true, false])
    now += 999
    expect(await take()).toBe(false)
    now += 1
    expect([await take(), await take()]).toEqual([true, false])
    now += 3_600_000
    expect([await take(), await take(), await take()]).toEqual([true, true, false])
  })

  test('says when to come back', async () => {
    const limiter = createMemoryLimiter({ now: () => 0 })
    const slow = { burst: 1, perMinute: 2 }
    await limiter.take('a', slow)
    expect(await limiter.take('a', slow)).toEqual({ isAllowed: false, retryAfterS: 30 })
  })

  test('keeps addresses apart', async () => {
    const limiter = createMemoryLimiter({ now: () => 0 })
    const one = { burst: 1, perMinute: 1 }
    expect((await limiter.take('a', one)).isAllowed).toBe(true)
    expect((await limiter.take('b', one)).isAllowed).toBe(true)
    expect((await limiter.take('a', one)).isAllowed).toBe(false)
  })

  test('forgets the address that was unseen for longest when it is full', async () => {
    const limiter = createMemoryLimiter({ now: () => 0, maxKeys: 2 })
    const one = { burst: 1, perMinute: 1 }
    for (const key of ['a', 'b', 'a', 'c']) await limiter.take(key, one)
    expect((await limiter.take('a', one)).isAllowed).toBe(false)
    expect((await limiter.take('b', one)).isAllowed).toBe(true)
  })

  test('forgets nobody of another kind, however many there are of one', async () => {
    const limiter = createMemoryLimiter({ now: () => 0, maxKeys: 2 })
    const one = { burst: 1, perMinute: 1 }
    for (const key of ['launch', 'launch:a']) await limiter.take(key, one)
    for (let index = 0; index < 10; index += 1) await limiter.take(`upgrade:${index}`, one)
    for (const key of ['launch', 'launch:a']) {
      expect((await limiter.take(key, one)).isAllowed).toBe(false)
    }
    expect((await limiter.take('upgrade:0', one)).isAllowed).toBe(true)
  })
})
