import { beforeEach, describe, expect, test } from '@jest/globals'
import { Refusal } from '../errors.ts'
import { entryOf, queueEntry } from './contract.ts'
import { createFakeHouse, type FakeHouse } from './fake-house.ts'
import { type Launch, launchOrWait } from './launch-or-wait.ts'
import { createMemoryQueue } from './memory-queue.ts'
import { hashPlace, isPlace } from './place.ts'
import type { Queue } from './queue.ts'

let queue: Queue
let house: FakeHouse
let checked: number

beforeEach(() => {
  queue = createMemoryQueue()
  house = createFakeHouse(1)
  checked = 0
})

const launch = (name: string, more: Partial<Launch> = {}) =>
  launchOrWait(
    {
      queue,
      room: house.room,
      mint: house.turn.mint,
      check: async () => {
        checked += 1
      },
      ...more,
    },
    entryOf(name),
  )

describe('a launch', () => {
  test('gets a ticket while there is room', async () => {
    expect(await launch('a')).toMatchObject({ ticket: expect.any(String) })
  })

  test('gets a place when there is none, which is kept as a hash', async () => {
    await launch('a')
    const answer = await launch('b')
    if (!('place' in answer)) throw new Error('It got a ticket.')
    expect(answer).toEqual({ place: expect.any(String), position: 1 })
    expect(isPlace(answer.place)).toBe(true)
    expect(await queue.find(hashPlace(answer.place))).toEqual(entryOf('b'))
    expect(JSON.stringify(await queue.view())).not.toContain(answer.place)
  })

  test('overtakes nobody who waits, though there is room', async () => {
    await launch('a')
    await launch('b')
    house.end()
    expect(await launch('c')).toMatchObject({ position: 2 })
    expect(checked).toBe(1)
  })

  test('is told an estimate once there is one', async () => {
    const now = Date.now()
    house.endsMs.push(now - 42_000, now - 32_000, now - 22_000, now - 12_000)
    await launch('a')
    expect(await launch('b')).toMatchObject({ position: 1, estimateS: 15 })
  })

  test('that waiting cannot mend is refused, and gets no place', async () => {
    const refuse = async () => {
      throw new Refusal('demo-not-found')
    }
    await expect(launch('a', { mint: refuse })).rejects.toMatchObject({ code: 'demo-not-found' })
    await launch('b')
    await launch('c')
    await expect(launch('d', { check: refuse })).rejects.toMatchObject({ code: 'demo-not-found' })
    expect((await queue.view()).places).toHaveLength(1)
  })

  test('is refused when too many wait, in all or from its address', async () => {
    queue = createMemoryQueue({ maxPlaces: 3 })
    await launch('a')
    for (const name of ['b', 'b']) await launch(name)
    await expect(launch('b')).rejects.toMatchObject({ code: 'rate-limited' })
    await launch('c')
    await expect(launch('d')).rejects.toMatchObject({ code: 'queue-full' })
  })

  test('fails closed when the queue is out of reach', async () => {
    const fail = () => Promise.reject(new Error('Connection is closed.'))
    Object.assign(queue, { wouldOvertake: fail })
    await expect(launch('a')).rejects.toMatchObject({ code: 'service-unavailable' })
    expect(house.served).toEqual([])
    queue = Object.assign(createMemoryQueue(), { join: fail })
    await launch('a')
    await expect(launch('b')).rejects.toMatchObject({ code: 'service-unavailable' })
    expect(await queue.wouldOvertake(queueEntry())).toBe(false)
  })
})
