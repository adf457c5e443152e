// Owns every stream of this process that follows a place: wakes them together, and takes turns one after the other.
import { problem } from '@shellfolio/protocol'
import { Refusal } from '../errors.ts'
import {
  MAX_FOLLOW_S,
  MAX_FOLLOWERS,
  PLACE_GRACE_S,
  QUEUE_HEARTBEAT_S,
  QUEUE_TICK_S,
  TURN_TIMEOUT_S,
} from '../limits.ts'
import { type QueueClock, systemClock } from './clock.ts'
import { positionOf } from './estimate.ts'
import { createEventStream } from './event-stream.ts'
import {
  createFollower,
  type Follower,
  giveTicket,
  type NewFollower,
  refuse,
  tellPosition,
} from './follower.ts'
import type { Queue, QueueView } from './queue.ts'
import { takeTurn } from './turn.ts'

/** What the queue needs of the sessions. */
export type Room = {
  /** Calls `listener` soon after a terminal became free in any replica; the function returned stops it. */
  onFreed: (listener: () => void) => () => void
  /** When sessions ended lately, wall clock in milliseconds, in any order. */
  turnover: () => Promise<readonly number[]>
}

export type FollowersOptions = {
  queue: Queue
  room: Room
  /** Hears of errors that no visitor may be told. */
  log?: (error: unknown) => void
  clock?: QueueClock
  maxFollowers?: number
  /** How long the queue may be out of reach before its followers are told, in milliseconds. */
  patienceMs?: number
  turnTimeoutMs?: number
}

export type Followers = {
  /**
   * The stream of a place, instead of one that followed it before. `signal`: aborts when the visitor leaves.
   * `undefined`: there is no such place. @throws {Refusal} when too many are followed here
   */
  follow: (
    follower: NewFollower,
    signal?: AbortSignal,
  ) => Promise<ReadableStream<Uint8Array> | undefined>
  count: () => number
  /** Ends every stream. Places stay for their grace, so that browsers can follow them elsewhere. */
  close: () => Promise<void>
}

const GONE = problem('not-found', 'That place in the queue is no longer there. Launch again.')

export const createFollowers = ({
  queue,
  room,
  log = () => undefined,
  clock = systemClock,
  maxFollowers = MAX_FOLLOWERS,
  patienceMs = PLACE_GRACE_S * 1000,
  turnTimeoutMs = TURN_TIMEOUT_S * 1000,
}: FollowersOptions): Followers => {
  const followers = new Map<string, Follower>()
  let stops: (() => void)[] = []
  let running: Promise<void> | undefined
  let endsMs: readonly number[] = []
  let lastReachedAt = 0
  /** What the next round has to do besides looking. */
  const due = { look: false, touch: false, freed: false, turnover: false }
  let isClosed = false

  const forget = (follower: Follower) => {
    if (followers.get(follower.hash) === follower) followers.delete(follower.hash)
    if (followers.size > 0) return
    for (const stop of stops.splice(0)) stop()
  }

  const tell = ({ places }: QueueView, known: readonly Follower[]) => {
    const at = new Map(places.map(({ hash, follower }, index) => [hash, { follower, index }]))
    const nowMs = clock.now()
    for (const follower of known) {
      if (followers.get(follower.hash) !== follower) continue
      const place = at.get(follower.hash)
      if (!place) {
        refuse(follower, GONE)
        forget(follower)
      } else if (place.follower !== follower.follower) {
        // The visitor follows it elsewhere.
        follower.stream.end()
        forget(follower)
      } else {
        tellPosition(follower, positionOf({ endsMs, position: place.index + 1, nowMs }), nowMs)
      }
    }
  }

  const giveBack = (follower: Follower, ticket: Parameters<Follower['turn']['release']>[0]) =>
    follower.turn.release(ticket).catch(log)

  const callUp = async (follower: Follower) => {
    const claim = await queue.claim(follower)
    if (!claim) return
    const { entry, turn, stream } = follower
    const result = await takeTurn(turn, entry, { timeoutMs: turnTimeoutMs, log })
    if (result.outcome === 'served') {
      const { ticket } = result
      const isHere = stream.isOpen()
      const isHeld = await queue.settle(claim, isHere ? 'served' : 'later').catch((error) => {
        void giveBack(follower, ticket)
        throw error
      })
      if (!isHere || !isHeld || !giveTicket(follower, ticket)) await giveBack(follower, ticket)
      if (isHere && isHeld) forget(follower)
      return
    }
    const isHeld = await queue.settle(claim, result.outcome)
    if (!isHeld || !('problem' in result)) return
    refuse(follower, result.problem)
    forget(follower)
  }

  const round = async () => {
    const { touch, freed, turnover } = due
    Object.assign(due, { look: false, touch: false, freed: false, turnover: false })
    if (turnover) endsMs = await room.turnover().catch(() => endsMs)
    if (freed) await queue.freed()
    if (touch) await queue.touch([...followers.values()])
    // Who comes after the question may be missing in its answer.
    const known = [...followers.values()]
    const view = await queue.view()
    lastReachedAt = clock.now()
    tell(view, known)
    const next = view.next === undefined ? undefined : followers.get(view.next)
    if (!next) return
    await callUp(next)
    due.look = true
  }

  const fail = () => {
    if (clock.now() - lastReachedAt < patienceMs) return
    for (const follower of [...followers.values()]) {
      refuse(follower, 'service-unavailable')
      forget(follower)
    }
  }

  const run = async () => {
    while (due.look && followers.size > 0 && !isClosed) {
      await round().catch(() => fail())
    }
  }

  const wake = (why: Partial<typeof due> = {}) => {
    Object.assign(due, why, { look: true })
    running ??= run().finally(() => {
      running = undefined
      // Woken between the last look at `due` and here.
      if (due.look && followers.size > 0 && !isClosed) wake()
    })
  }

  const tick = () => {
    const now = clock.now()
    for (const follower of [...followers.values()]) {
      if (now - follower.since >= MAX_FOLLOW_S * 1000) {
        follower.stream.end()
        forget(follower)
      } else if (now - follower.lastSentAt > (QUEUE_HEARTBEAT_S - QUEUE_TICK_S) * 1000 - 1) {
        follower.lastSentAt = now
        follower.stream.heartbeat()
      }
    }
    wake({ touch: true, turnover: true })
  }

  const start = () => {
    if (stops.length > 0) return
    lastReachedAt = clock.now()
    stops = [
      clock.every(QUEUE_TICK_S * 1000, tick),
      queue.onChange(() => wake()),
      room.onFreed(() => wake({ freed: true, turnover: true })),
    ]
    // Nobody here has listened until now.
    Object.assign(due, { freed: true, turnover: true })
  }

  return {
    follow: async (wanted, signal) => {
      const isFull = followers.size >= maxFollowers && !followers.has(wanted.hash)
      if (isClosed || isFull) throw new Refusal('service-unavailable', { retryAfterS: 5 })
      const stream = createEventStream(() => {
        forget(follower)
        // The grace also begins without a word, only later.
        queue.away(follower).catch(() => undefined)
      }, signal)
      const follower = createFollower(wanted, stream, clock.now())
      if (!(await queue.follow(follower))) {
        stream.end()
        return undefined
      }
      if (isClosed) stream.end()
      if (!stream.isOpen()) {
        await queue.away(follower)
        return stream.body
      }
      followers.get(wanted.hash)?.stream.end()
      followers.set(wanted.hash, follower)
      start()
      wake()
      return stream.body
    },
    count: () => followers.size,
    close: async () => {
      isClosed = true
      for (const follower of [...followers.values()]) {
        follower.stream.end()
        forget(follower)
      }
      await running
    },
  }
}
