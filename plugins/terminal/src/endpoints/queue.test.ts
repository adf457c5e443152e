import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Endpoint, PayloadRequest } from 'payload'
import { eventually } from '../../../../tests/support/eventually.ts'
import type { Limiter } from '../limiter/limiter.ts'
import { createMemoryLimiter } from '../limiter/memory-limiter.ts'
import { FOLLOW_RATE } from '../limits.ts'
import { queueEntry } from '../queue/contract.ts'
import { readEvents } from '../queue/event-reader.ts'
import { createFakeHouse, type FakeHouse } from '../queue/fake-house.ts'
import { createFollowers, type Followers } from '../queue/followers.ts'
import { createMemoryQueue } from '../queue/memory-queue.ts'
import { hashPlace, mintPlace } from '../queue/place.ts'
import { AWAY, type Queue } from '../queue/queue.ts'
import { queueEndpoint } from './queue.ts'

const SITE = 'https://site.example'

let queue: Queue
let house: FakeHouse
let followers: Followers
let limiter: Limiter
let endpoint: Endpoint
let logged: unknown[]

beforeEach(() => {
  queue = createMemoryQueue()
  house = createFakeHouse(0)
  followers = createFollowers({ queue, room: house.room })
  limiter = createMemoryLimiter()
  logged = []
  endpoint = queueEndpoint({
    origins: [SITE, 'https://other.example'],
    addressHash: (headers) => headers.get('x-address') ?? 'address',
    state: () => ({ limiter, queue, followers }),
    turn: () => house.turn,
  })
})

afterEach(() => followers.close())

type Asked = { headers?: Record<string, string>; body?: unknown; signal?: AbortSignal }

const post = async ({ headers = { origin: SITE }, body, signal }: Asked): Promise<Response> => {
  const request = new Request('https://cms.example/api/terminal/queue', {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal && { signal }),
  })
  const payload = { logger: { error: (entry: unknown) => logged.push(entry) } }
  return endpoint.handler(Object.assign(request, { payload }) as unknown as PayloadRequest)
}
const joined = async () => {
  const place = mintPlace()
  await queue.join(hashPlace(place), queueEntry({ origin: SITE }))
  return place
}
const refusal = async (answer: Promise<Response>) => {
  const response = await answer
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return [response.status, ((await response.json()) as { code: string }).code]
}
const reading = (response: Response) => {
  if (!response.body) throw new Error('The answer is empty.')
  return readEvents(response.body)
}

describe('a request to follow a place', () => {
  test('is answered with a stream that no cache, proxy or compression holds back', async () => {
    const response = await post({ body: { place: await joined() } })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    const reader = reading(response)
    await eventually('the place is told', () => reader.events().length === 1)
    expect(reader.events()).toEqual([{ event: 'place', data: { position: 1 } }])
  })

  test('ends with the ticket', async () => {
    house = createFakeHouse(1)
    const reader = reading(await post({ body: { place: await joined() } }))
    await eventually('the stream ends', reader.isEnded)
    expect(reader.events().at(-1)).toMatchObject({ event: 'ticket' })
  })

  test('begins the grace when it is aborted, and another one goes on', async () => {
    const place = await joined()
    const leaving = new AbortController()
    const reader = reading(await post({ body: { place }, signal: leaving.signal }))
    await eventually('the place is told', () => reader.events().length === 1)
    leaving.abort()
    const follower = async () => (await queue.view()).places[0]?.follower
    await eventually('the place is left alone', async () => (await follower()) === AWAY)
    const again = reading(await post({ body: { place } }))
    await eventually('the place is told again', () => again.events().length === 1)
    expect(again.events()).toEqual([{ event: 'place', data: { position: 1 } }])
    expect(await follower()).not.toBe(AWAY)
  })

  test('from a foreign page is refused', async () => {
    const body = { place: await joined() }
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${SITE}.evil.example` },
      { origin: SITE, 'sec-fetch-site': 'cross-site' },
      { origin: SITE, 'sec-fetch-site': 'none' },
    ]
    for (const headers of foreign) {
      expect(await refusal(post({ headers, body }))).toEqual([403, 'origin-refused'])
    }
    for (const site of ['same-origin', 'same-site']) {
      const headers = { origin: SITE, 'sec-fetch-site': site }
      expect((await post({ headers, body })).status).toBe(200)
    }
  })

  test('for the place of another address or origin is answered as for one that never was', async () => {
    const place = await joined()
    const asked: Asked[] = [
      { body: { place: mintPlace() } },
      { body: { place }, headers: { origin: SITE, 'x-address': 'another' } },
      { body: { place }, headers: { origin: 'https://other.example' } },
    ]
    const answers = await Promise.all(asked.map(post))
    const told = await Promise.all(
      answers.map(async (answer) => [answer.status, [...answer.headers], await answer.text()]),
    )
    expect(told[0]).toEqual([404, expect.anything(), expect.stringContaining('not-found')])
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
    expect(followers.count()).toBe(0)
  })

  test.each(['', 'no json', '[]', '{}', '{"place":1}', '{"place":"short"}', '{"place":null}'])(
    'with a body that makes no sense is refused: %s',
    async (body) => {
      expect(await refusal(post({ body }))).toEqual([400, 'bad-request'])
    },
  )

  test('with more than a place, or a large body, is refused', async () => {
    const place = await joined()
    expect(await refusal(post({ body: { place, more: 1 } }))).toEqual([400, 'bad-request'])
    expect(await refusal(post({ body: 'x'.repeat(5000) }))).toEqual([413, 'body-too-large'])
  })

  test('is refused when there were too many', async () => {
    const body = { place: mintPlace() }
    for (let count = 0; count < FOLLOW_RATE.burst; count += 1) await post({ body })
    const response = await post({ body })
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test.each(['find', 'follow'] as const)(
    'is refused honestly while the queue is out of reach: %s',
    async (step) => {
      const place = await joined()
      Object.assign(queue, { [step]: () => Promise.reject(new Error(`redis of ${place}`)) })
      const response = await post({ body: { place } })
      expect(response.status).toBe(503)
      const text = await response.text()
      expect(text).toContain('service-unavailable')
      expect(text).not.toContain(place)
      expect(logged).toEqual([])
    },
  )

  test('is refused while the rate cannot be told', async () => {
    limiter = { take: () => Promise.reject(new Error('Connection is closed.')) }
    const body = { place: await joined() }
    expect(await refusal(post({ body }))).toEqual([503, 'service-unavailable'])
  })
})
