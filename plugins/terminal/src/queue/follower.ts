// One visitor who follows a place: the stream, and what was told on it.
import { randomBytes } from 'node:crypto'
import {
  type LaunchTicket,
  type Problem,
  type ProblemCode,
  problem,
  type QueuePosition,
} from '@shellfolio/protocol'
import type { EventStream } from './event-stream.ts'
import type { Following, QueueEntry } from './queue.ts'
import type { Turn } from './turn.ts'

export type Follower = Following & {
  entry: QueueEntry
  turn: Turn
  stream: EventStream
  /** Milliseconds, as `lastSentAt`. */
  since: number
  lastSentAt: number
  told: QueuePosition | undefined
}

export type NewFollower = Pick<Follower, 'hash' | 'entry' | 'turn'>

export const createFollower = (
  { hash, entry, turn }: NewFollower,
  stream: EventStream,
  now: number,
): Follower => ({
  hash,
  entry,
  turn,
  stream,
  follower: randomBytes(16).toString('base64url'),
  since: now,
  lastSentAt: now,
  told: undefined,
})

/** Tells a position that the visitor has not been told yet. */
export const tellPosition = (follower: Follower, place: QueuePosition, now: number): void => {
  const { told, stream } = follower
  if (told?.position === place.position && told.estimateS === place.estimateS) return
  follower.told = place
  follower.lastSentAt = now
  stream.send('place', place)
}

/** `false`: the visitor has left, and the ticket is still ours. */
export const giveTicket = ({ stream }: Follower, ticket: LaunchTicket): boolean => {
  const isSent = stream.send('ticket', ticket)
  stream.end()
  return isSent
}

export const refuse = ({ stream }: Follower, reason: Problem | ProblemCode): void => {
  stream.send('refused', typeof reason === 'string' ? problem(reason) : reason)
  stream.end()
}
