// POST /terminal/queue: follows a place until its turn has come, as text/event-stream.
import type { Endpoint, Payload } from 'payload'
import { z } from 'zod'
import { Refusal } from '../errors.ts'
import type { Limiter } from '../limiter/limiter.ts'
import { FOLLOW_RATE } from '../limits.ts'
import { isOwnPage, sourceOf } from '../origin.ts'
import { EVENT_STREAM_HEADERS } from '../queue/events.ts'
import type { Followers } from '../queue/followers.ts'
import { hashPlace, isPlace } from '../queue/place.ts'
import type { Queue } from '../queue/queue.ts'
import type { Turn } from '../queue/turn.ts'
import { answering } from './answer.ts'
import { readJson } from './body.ts'

export type QueueEndpointOptions = {
  /** Origins of pages that may open terminals; compared exactly. */
  origins: readonly string[]
  /** Keyed hash of the visitor's address. */
  addressHash: (headers: Headers) => string
  /** Made on first use: evaluating a configuration must not open a connection. */
  state: () => { limiter: Limiter; queue: Queue; followers: Followers }
  turn: (payload: Payload, headers: Headers) => Turn
}

const body = z.strictObject({ place: z.string().refine(isPlace) })

const unavailable = (error: unknown): never => {
  throw error instanceof Refusal ? error : new Refusal('service-unavailable')
}

/** Unknown, given up, used and foreign places are one answer. */
const noPlace = () =>
  new Refusal('not-found', {
    detail: 'That place in the queue is no longer there. Launch again.',
  })

export const queueEndpoint = (options: QueueEndpointOptions): Endpoint => ({
  path: '/terminal/queue',
  method: 'post',
  handler: answering(async (request) => {
    const { headers } = request
    const source = sourceOf(headers)
    if (!isOwnPage(source, options.origins)) throw new Refusal('origin-refused')
    const { limiter, queue, followers } = options.state()
    const addressHash = options.addressHash(headers)
    const verdict = await limiter.take(`queue:${addressHash}`, FOLLOW_RATE).catch(unavailable)
    if (!verdict.isAllowed) {
      throw new Refusal('rate-limited', { retryAfterS: verdict.retryAfterS })
    }
    const asked = body.safeParse(await readJson(request))
    if (!asked.success) throw new Refusal('bad-request', { detail: 'Name a place in the queue.' })
    const hash = hashPlace(asked.data.place)
    const entry = await queue.find(hash).catch(unavailable)
    if (entry?.origin !== source.origin || entry.addressHash !== addressHash) throw noPlace()
    const turn = options.turn(request.payload, headers)
    const stream = await followers
      .follow({ hash, entry, turn }, request.signal ?? undefined)
      .catch(unavailable)
    if (!stream) throw noPlace()
    return new Response(stream, { headers: EVENT_STREAM_HEADERS })
  }),
})
