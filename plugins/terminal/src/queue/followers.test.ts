import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { eventually } from '../../../../tests/support/eventually.ts'
import { Refusal } from '../errors.ts'
import { MAX_FOLLOW_S, QUEUE_HEARTBEAT_S } from '../limits.ts'
import { entryOf } from './contract.ts'
import { type EventReader, readEvents } from './event-reader.ts'
import {
  createFakeHouse,
  createFakeQueueClock,
  type FakeHouse,
  type FakeQueueClock,
} from './fake-house.ts'
import { createFollowers, type Followers, type FollowersOptions } from './followers.ts'
import { createMemoryQueue } from './memory-queue.ts'
import type { Queue, QueueEntry } from './queue.ts'

let clock: FakeQueueClock
let queue: Queue
let house: FakeHouse
let followers: Followers
let logged: unknown[]

const begin = (capacity: number, more: Partial<FollowersOptions> & { perDemo?: number } = {}) => {
  const { perDemo, ...options } = more
  clock = createFakeQueueClock()
  queue = createMemoryQueue({ now: clock.now })
  house = createFakeHouse(capacity, perDemo)
  logged = []
  const log = (error: unknown) => logged.push(error)
  followers = createFollowers({ queue, room: house.room, clock, log, ...options })
}

beforeEach(() => begin(0))
afterEach(() => followers.close())

const follow = async (hash: string, entry: QueueEntry, signal?: AbortSignal) => {
  const stream = await followers.follow({ hash, entry, turn: house.turn }, signal)
  if (!stream) throw new Error(`There is no place ${hash}.`)
  return readEvents(stream)
}
const wait = async (name: string, more: Partial<QueueEntry> = {}, signal?: AbortSignal) => {
  const entry = entryOf(name, more)
  await queue.join(name, entry)
  return follow(name, entry, signal)
}
/** Everything in memory is done once the microtasks are. */
const roundsEnd = () => new Promise((resolve) => setImmediate(resolve))
const last = (reader: EventReader) => reader.events().at(-1)
const sees = (reader: EventReader, event: string, data: unknown = expect.anything()) =>
  eventually(`the visitor sees ${event}`, () => {
    const seen = last(reader)
    if (seen?.event !== event) return false
    return expect.objectContaining({ event, data }).asymmetricMatch(seen)
  })
const seesPlace = (reader: EventReader, position: number) =>
  sees(reader, 'place', expect.objectContaining({ position }))
const refusedWith = (code: string) => expect.objectContaining({ code })

describe('a visitor who waits', () => {
  test('is told the position, and each time it changes', async () => {
    const [a, b, c] = [await wait('a'), await wait('b'), await wait('c')]
    await seesPlace(c, 3)
    await a.leave()
    await queue.leave('a')
    await seesPlace(c, 2)
    await queue.leave('b')
    await sees(b, 'refused', refusedWith('not-found'))
    await seesPlace(c, 1)
    expect(c.events().map(({ data }) => data)).toEqual([3, 2, 1].map((position) => ({ position })))
  })

  test('is told an estimate once there is one', async () => {
    const a = await wait('a')
    await seesPlace(a, 1)
    house.endsMs.push(...[40, 30, 20, 10].map((second) => clock.now() - second * 1000))
    clock.pass(5)
    await sees(a, 'place', { position: 1, estimateS: 15 })
  })

  test('gets a ticket when a terminal is free, and the stream ends', async () => {
    begin(1)
    const a = await wait('a')
    await sees(a, 'ticket', expect.objectContaining({ url: 'wss://site.example/terminal/ws' }))
    await eventually('the stream ends', a.isEnded)
    expect(await queue.find('a')).toBeUndefined()
    expect(house.released).toEqual([])
  })

  test('gets a ticket when one is freed, and the next one does not', async () => {
    begin(1)
    await sees(await wait('a'), 'ticket')
    const [b, c] = [await wait('b'), await wait('c')]
    await seesPlace(c, 2)
    house.end()
    await sees(b, 'ticket')
    await seesPlace(c, 1)
    expect(house.inUse()).toBe(1)
  })

  test('gets a ticket after a while when nobody said that one was freed', async () => {
    let isOpen = false
    begin(1)
    house.before(() => {
      if (!isOpen) throw new Refusal('terminal-full')
    })
    const a = await wait('a')
    await seesPlace(a, 1)
    isOpen = true
    clock.pass(10)
    await sees(a, 'ticket')
  })

  test('hears a heartbeat when nothing else is sent', async () => {
    const a = await wait('a')
    await seesPlace(a, 1)
    for (let count = 1; count <= 3; count += 1) {
      clock.pass(QUEUE_HEARTBEAT_S)
      await eventually('a heartbeat', () => a.comments() >= count)
      expect(a.isEnded()).toBe(false)
    }
    expect(a.events()).toHaveLength(1)
  })

  test('keeps the place for as long as the stream is there, and goes on with another one', async () => {
    const a = await wait('a')
    await seesPlace(a, 1)
    for (let second = 0; second < MAX_FOLLOW_S; second += 5) {
      clock.pass(5)
      await roundsEnd()
    }
    await eventually('the stream ends', a.isEnded)
    expect(last(a)?.event).toBe('place')
    const again = await follow('a', entryOf('a'))
    await seesPlace(again, 1)
  })

  test('who follows twice is followed by the later stream only', async () => {
    const a = await wait('a')
    await seesPlace(a, 1)
    const again = await follow('a', entryOf('a'))
    await eventually('the first stream ends', a.isEnded)
    await seesPlace(again, 1)
    expect(followers.count()).toBe(1)
    await a.leave()
    expect(await queue.view()).toMatchObject({ next: undefined, places: [{ hash: 'a' }] })
  })

  test('who comes while the queue is being asked is not taken for gone', async () => {
    await seesPlace(await wait('a'), 1)
    let answer: () => void = () => undefined
    const { view } = queue
    queue.view = async () => {
      const seen = await view()
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return seen
    }
    clock.pass(5)
    await roundsEnd()
    const b = await wait('b')
    queue.view = view
    answer()
    await seesPlace(b, 2)
    expect(b.events()).toHaveLength(1)
  })
})

describe('a visitor who leaves', () => {
  test('is passed over at once, and the next one moves up after the grace', async () => {
    begin(1)
    await sees(await wait('first'), 'ticket')
    const leaving = new AbortController()
    await wait('a', {}, leaving.signal)
    const [b, c] = [await wait('b'), await wait('c')]
    await seesPlace(c, 3)
    leaving.abort()
    house.end()
    await sees(b, 'ticket')
    await seesPlace(c, 2)
    for (let count = 0; count < 3; count += 1) {
      clock.pass(5)
      await roundsEnd()
    }
    await seesPlace(c, 1)
  })

  test('and comes back within the grace is first again', async () => {
    begin(1)
    await sees(await wait('first'), 'ticket')
    const a = await wait('a')
    await seesPlace(await wait('b'), 2)
    await a.leave()
    clock.pass(5)
    const again = await follow('a', entryOf('a'))
    house.end()
    await sees(again, 'ticket')
    expect(house.served.at(-1)).toBe('address of a')
  })

  test('in the middle of a turn leaves the terminal to the next one', async () => {
    begin(1)
    const leaving = new AbortController()
    house.before(({ addressHash }) => {
      if (addressHash === 'address of a') leaving.abort()
    })
    await wait('a', {}, leaving.signal)
    await sees(await wait('b'), 'ticket')
    expect(house.released).toHaveLength(1)
    expect(house.most()).toBe(1)
    expect(await queue.position('a')).toBe(1)
  })
})

describe('a turn', () => {
  test('that is refused is told, and the next one’s follows', async () => {
    begin(1)
    house.before(({ addressHash }) => {
      if (addressHash !== 'address of b')
        throw new Refusal('rate-limited', { detail: 'Two\nlines.' })
    })
    const a = await wait('a')
    await sees(
      a,
      'refused',
      expect.objectContaining({ code: 'rate-limited', detail: 'Two\nlines.' }),
    )
    await eventually('the stream ends', a.isEnded)
    await sees(await wait('b'), 'ticket')
  })

  test('that nobody could have is refused to one visitor, and tried again later', async () => {
    house.before(() => {
      throw new Refusal('service-unavailable')
    })
    const [a, b] = [await wait('a'), await wait('b')]
    await sees(a, 'refused', refusedWith('service-unavailable'))
    await seesPlace(b, 1)
    clock.pass(5)
    await sees(b, 'refused', refusedWith('service-unavailable'))
  })

  test('that fails is logged and told without its message', async () => {
    house.before(() => {
      throw new Error('password=secret')
    })
    const a = await wait('a')
    await sees(a, 'refused', refusedWith('internal'))
    expect(JSON.stringify(a.events())).not.toContain('secret')
    expect(logged).toEqual([new Error('password=secret')])
  })

  test('that takes too long is given up, and its late ticket is given back', async () => {
    let finish: () => void = () => undefined
    begin(1, { turnTimeoutMs: 20 })
    house.before(() => new Promise((resolve) => (finish = resolve)))
    const a = await wait('a')
    await sees(a, 'refused', refusedWith('service-unavailable'))
    expect(house.inUse()).toBe(0)
    finish()
    await eventually('the ticket is given back', () => house.released.length === 1)
    expect(house.inUse()).toBe(0)
  })

  test('that was lost to somebody else gives no ticket out, and the terminal back', async () => {
    begin(1)
    queue.settle = async () => {
      await queue.leave('a')
      return false
    }
    const a = await wait('a')
    await sees(a, 'refused', refusedWith('not-found'))
    expect(house.released).toHaveLength(1)
    expect(house.inUse()).toBe(0)
  })

  test('whose demo is full does not hold up those who want another one', async () => {
    begin(3, { perDemo: 1 })
    const demo = { wanted: { demo: 'one at a time' } }
    await sees(await wait('a', demo), 'ticket')
    const b = await wait('b', demo)
    await sees(await wait('c'), 'ticket')
    await seesPlace(b, 1)
    house.end()
    await sees(b, 'ticket')
  })
})

describe('many visitors', () => {
  test('get exactly as many tickets as there are terminals, in order', async () => {
    const capacity = 7
    begin(capacity)
    const names = Array.from({ length: 200 }, (_, index) => `p${index}`)
    await Promise.all(names.map((name) => queue.join(name, entryOf(name))))
    const readers = await Promise.all(names.map((name) => follow(name, entryOf(name))))
    const order = names.map((name) => entryOf(name).addressHash)
    for (let served = capacity; served <= 200; served += 1) {
      await eventually(`${served} were served`, () => house.served.length === served)
      house.end()
    }
    expect(house.served).toEqual(order)
    expect(house.most()).toBe(capacity)
    await eventually('all streams end', () => readers.every((reader) => reader.isEnded()))
    expect(readers.every((reader) => last(reader)?.event === 'ticket')).toBe(true)
  })

  test('are followed up to a bound', async () => {
    begin(0, { maxFollowers: 1 })
    await wait('a')
    await expect(wait('b')).rejects.toThrow(Refusal)
    await follow('a', entryOf('a'))
  })
})

describe('a queue out of reach', () => {
  const fail = () => Promise.reject(new Error('Connection is closed.'))

  test('is told after the grace, and nobody gets a ticket', async () => {
    const a = await wait('a')
    await seesPlace(a, 1)
    Object.assign(queue, { view: fail, touch: fail, claim: fail, freed: fail })
    house.end()
    clock.pass(10)
    await roundsEnd()
    expect(last(a)?.event).toBe('place')
    clock.pass(10)
    await sees(a, 'refused', refusedWith('service-unavailable'))
    expect(house.served).toEqual([])
  })

  test('during a turn gives no ticket out, and the terminal back', async () => {
    begin(1)
    Object.assign(queue, { settle: fail })
    const a = await wait('a')
    await eventually('the ticket is given back', () => house.released.length === 1)
    expect(a.events().filter(({ event }) => event === 'ticket')).toEqual([])
    expect(house.inUse()).toBe(0)
  })
})

describe('what is left', () => {
  test('is nothing once nobody waits', async () => {
    const [a, b] = [await wait('a'), await wait('b')]
    expect([clock.timers(), house.listeners()]).toEqual([1, 1])
    await a.leave()
    expect(clock.timers()).toBe(1)
    await b.leave()
    expect([clock.timers(), house.listeners(), followers.count()]).toEqual([0, 0, 0])
    const c = await wait('c')
    expect([clock.timers(), house.listeners()]).toEqual([1, 1])
    await seesPlace(c, 3)
  })

  test('is nothing after close, but the places', async () => {
    const a = await wait('a')
    await seesPlace(a, 1)
    await followers.close()
    await eventually('the stream ends', a.isEnded)
    expect([clock.timers(), house.listeners(), followers.count()]).toEqual([0, 0, 0])
    expect(await queue.position('a')).toBe(1)
    await expect(follow('a', entryOf('a'))).rejects.toThrow(Refusal)
  })
})
