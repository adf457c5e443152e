// What every queue must do; its tests are run for each implementation.
import { beforeEach, describe, expect, test } from '@jest/globals'
import {
  AWAY,
  type Claim,
  type Following,
  NEW,
  type Queue,
  type QueueEntry,
  type QueueOptions,
} from './queue.ts'

export const queueEntry = (more: Partial<QueueEntry> = {}): QueueEntry => ({
  origin: 'https://site.example',
  addressHash: 'address',
  wanted: { project: 'philosophers' },
  ...more,
})

/** An entry of an address of its own. */
export const entryOf = (name: string, more: Partial<QueueEntry> = {}) =>
  queueEntry({ addressHash: `address of ${name}`, ...more })

const GRACE_MS = 15_000

/** `make`: an empty queue with these options. */
export const queueTests = (make: (options: QueueOptions) => Promise<Queue>): void => {
  let now: number
  let queue: Queue

  beforeEach(async () => {
    now = 1_800_000_000_000
    queue = await make({ now: () => now, graceMs: GRACE_MS, leaseMs: 10_000, retryMs: 5000 })
  })

  const join = (name: string, more: Partial<QueueEntry> = {}) =>
    queue.join(name, entryOf(name, more))
  const follow = async (hash: string): Promise<Following> => {
    const following = { hash, follower: `follower of ${hash}` }
    expect(await queue.follow(following)).toBe(true)
    return following
  }
  const arrive = async <Names extends string[]>(...names: Names) => {
    const followings: Following[] = []
    for (const name of names) {
      await join(name)
      followings.push(await follow(name))
    }
    return followings as { [Name in keyof Names]: Following }
  }
  const turnOf = async (following: Following): Promise<Claim> => {
    const claim = await queue.claim(following)
    if (!claim) throw new Error(`It is not the turn of ${following.hash}.`)
    return claim
  }
  const order = async () => (await queue.view()).places.map(({ hash }) => hash)
  const next = async () => (await queue.view()).next

  describe('a place', () => {
    test('is at the end, and tells what was wanted', async () => {
      expect(await join('a')).toEqual({ position: 1 })
      expect(await join('b', { wanted: { demo: 'größer “x”' } })).toEqual({ position: 2 })
      expect(await queue.find('b')).toEqual(entryOf('b', { wanted: { demo: 'größer “x”' } }))
      expect([await queue.position('a'), await queue.position('b')]).toEqual([1, 2])
    })

    test('that was never given is not there', async () => {
      expect(await queue.find('never')).toBeUndefined()
      expect(await queue.position('never')).toBeUndefined()
      expect(await queue.follow({ hash: 'never', follower: 'x' })).toBe(false)
    })

    test('moves up when one before it is left', async () => {
      await arrive('a', 'b', 'c')
      await queue.leave('b')
      expect(await queue.position('c')).toBe(2)
      expect(await order()).toEqual(['a', 'c'])
    })

    test('is given up when nobody confirms it for the grace', async () => {
      const [a, b] = await arrive('a', 'b')
      now += GRACE_MS - 1
      await queue.touch([b])
      expect(await order()).toEqual(['a', 'b'])
      now += 1
      expect(await order()).toEqual(['b'])
      expect(await queue.follow(a)).toBe(false)
      expect(await queue.position('b')).toBe(1)
    })

    test('is given up when nobody follows it at first', async () => {
      await join('a')
      now += GRACE_MS
      expect(await queue.find('a')).toBeUndefined()
    })

    test('goes on where it was when it is followed again within the grace', async () => {
      const [a] = await arrive('a', 'b')
      now += 1000
      await queue.away(a)
      now += GRACE_MS - 1000
      await queue.touch([{ hash: 'b', follower: 'follower of b' }])
      await queue.follow({ hash: 'a', follower: 'again' })
      now += 1000
      expect(await order()).toEqual(['a', 'b'])
      expect(await next()).toBe('a')
    })

    test('belongs to the latest who follows it', async () => {
      const [old] = await arrive('a')
      await queue.follow({ hash: 'a', follower: 'new one' })
      await queue.away(old)
      expect((await queue.view()).places).toEqual([{ hash: 'a', follower: 'new one' }])
      expect(await queue.claim(old)).toBeUndefined()
      now += GRACE_MS - 1
      await queue.touch([old])
      now += 1
      expect(await order()).toEqual([])
    })

    test('tells whether it is followed, not yet, or no longer', async () => {
      const [a] = await arrive('a')
      await join('b')
      expect((await queue.view()).places.map(({ follower }) => follower)).toEqual([
        'follower of a',
        NEW,
      ])
      await queue.away(a)
      expect((await queue.view()).places[0]?.follower).toBe(AWAY)
    })
  })

  describe('the number of places', () => {
    test('is bounded', async () => {
      const small = await make({ now: () => now, maxPlaces: 3 })
      for (const name of ['a', 'b', 'c']) await small.join(name, entryOf(name))
      expect(await small.join('d', entryOf('d'))).toBe('queue-full')
      await small.leave('b')
      expect(await small.join('d', entryOf('d'))).toEqual({ position: 3 })
    })

    test('is bounded however many join at once', async () => {
      const small = await make({ now: () => now, maxPlaces: 20 })
      const names = Array.from({ length: 60 }, (_, index) => `p${index}`)
      const joined = await Promise.all(names.map((name) => small.join(name, entryOf(name))))
      expect(joined.filter((one) => one === 'queue-full')).toHaveLength(40)
      expect((await small.view()).places).toHaveLength(20)
    })

    test('of one address is bounded, and joining again overtakes nobody', async () => {
      const same = { addressHash: 'one' }
      await join('a', same)
      await join('b')
      expect(await join('c', same)).toEqual({ position: 3 })
      expect(await join('d', same)).toBe('address-full')
      expect(await order()).toEqual(['a', 'b', 'c'])
    })

    test('of one address does not count against who left it: the oldest such place goes', async () => {
      const same = { addressHash: 'one' }
      for (const name of ['a', 'b']) await join(name, same)
      await queue.away(await follow('a'))
      await join('other')
      expect(await join('c', same)).toEqual({ position: 3 })
      expect(await order()).toEqual(['b', 'other', 'c'])
    })

    test('is free again once the grace is over', async () => {
      const small = await make({ now: () => now, maxPlaces: 1, graceMs: GRACE_MS })
      await small.join('a', entryOf('a'))
      now += GRACE_MS
      expect(await small.join('b', entryOf('b'))).toEqual({ position: 1 })
    })
  })

  describe('a turn', () => {
    test('is the first one’s, and nobody else’s', async () => {
      const [a, b] = await arrive('a', 'b')
      expect(await next()).toBe('a')
      expect(await queue.claim(b)).toBeUndefined()
      expect(await queue.claim({ ...a, follower: 'somebody' })).toBeUndefined()
      expect(await queue.claim(a)).toMatchObject({ hash: 'a' })
    })

    test('is taken by exactly one of many at once', async () => {
      const [a] = await arrive('a', 'b')
      const claims = await Promise.all(Array.from({ length: 50 }, () => queue.claim(a)))
      expect(claims.filter(Boolean)).toHaveLength(1)
    })

    test('holds the others up until it is settled', async () => {
      const [a, b] = await arrive('a', 'b')
      const claim = await turnOf(a)
      expect(await next()).toBeUndefined()
      expect(await queue.settle(claim, 'served')).toBe(true)
      expect(await order()).toEqual(['b'])
      expect(await queue.claim(b)).toMatchObject({ hash: 'b' })
    })

    test('is lost when it takes too long, and cannot be settled after another one began', async () => {
      const [a] = await arrive('a')
      const lost = await turnOf(a)
      now += 10_000
      const claim = await turnOf(a)
      expect(await queue.settle(lost, 'served')).toBe(false)
      expect(await order()).toEqual(['a'])
      expect(await queue.settle(claim, 'served')).toBe(true)
      expect(await queue.settle(claim, 'served')).toBe(false)
    })

    test('passes over who is away, and comes back to them', async () => {
      const [a] = await arrive('a', 'b')
      await queue.away(a)
      expect(await next()).toBe('b')
      await queue.follow({ hash: 'a', follower: 'again' })
      expect(await next()).toBe('a')
    })

    test('that found no room leaves the place at the head, until a terminal is freed', async () => {
      const [a] = await arrive('a', 'b')
      await queue.settle(await turnOf(a), 'full')
      expect(await queue.view()).toMatchObject({ next: undefined, places: [{ hash: 'a' }, {}] })
      await queue.freed()
      expect(await next()).toBe('a')
    })

    test('that found no room is tried again after a while, in case nobody said so', async () => {
      const [a] = await arrive('a')
      await queue.settle(await turnOf(a), 'full')
      now += 4999
      expect(await next()).toBeUndefined()
      now += 1
      expect(await next()).toBe('a')
    })

    test('that found no room is tried again at once when a terminal was freed meanwhile', async () => {
      const [a] = await arrive('a')
      const claim = await turnOf(a)
      await queue.freed()
      await queue.settle(claim, 'full')
      expect(await next()).toBe('a')
    })

    test('whose demo is full holds up only those who want the same', async () => {
      const [a] = await arrive('a', 'b')
      await join('c', { wanted: { demo: 'other' } })
      await follow('c')
      await queue.settle(await turnOf(a), 'demo-full')
      expect(await next()).toBe('c')
      await queue.freed()
      expect(await next()).toBe('a')
    })

    test('of who left in the middle of it goes to the next', async () => {
      const [a] = await arrive('a', 'b')
      const claim = await turnOf(a)
      await queue.away(a)
      await queue.settle(claim, 'later')
      expect(await next()).toBe('b')
      expect(await order()).toEqual(['a', 'b'])
    })

    test('that was refused removes the place, and the next one follows', async () => {
      const [a] = await arrive('a', 'b')
      await queue.settle(await turnOf(a), 'refused')
      expect(await queue.view()).toMatchObject({ next: 'b', places: [{ hash: 'b' }] })
    })

    test('that nobody could have is a rest for all, which freed terminals do not end', async () => {
      const [a] = await arrive('a', 'b')
      await queue.settle(await turnOf(a), 'unavailable')
      await queue.freed()
      expect(await order()).toEqual(['b'])
      expect(await next()).toBeUndefined()
      now += 5000
      expect(await next()).toBe('b')
    })
  })

  describe('a launch', () => {
    test('overtakes nobody while nobody waits', async () => {
      expect(await queue.wouldOvertake(queueEntry())).toBe(false)
    })

    test('would overtake who is present, not who is away', async () => {
      const [a] = await arrive('a')
      expect(await queue.wouldOvertake(queueEntry())).toBe(true)
      await queue.away(a)
      expect(await queue.wouldOvertake(queueEntry())).toBe(false)
    })

    test('would overtake who waits for the same full demo, not who waits for another one', async () => {
      const [a] = await arrive('a')
      await queue.settle(await turnOf(a), 'demo-full')
      expect(await queue.wouldOvertake(queueEntry())).toBe(true)
      expect(await queue.wouldOvertake(queueEntry({ wanted: { demo: 'other' } }))).toBe(false)
    })

    test('would overtake everybody while every terminal is in use', async () => {
      const [a] = await arrive('a')
      await queue.settle(await turnOf(a), 'full')
      expect(await queue.wouldOvertake(queueEntry({ wanted: { demo: 'other' } }))).toBe(true)
    })
  })
}
