// The queue in this process: right for one replica. What is over goes when somebody looks, so no timer is needed.

import { randomBytes } from 'node:crypto'
import { createSignal } from '../signal.ts'
import { boundsOf } from './options.ts'
import {
  AWAY,
  EFFECTS,
  laneOf,
  NEW,
  type Queue,
  type QueueEntry,
  type QueueOptions,
} from './queue.ts'

type Place = { entry: QueueEntry; lane: string; follower: string; seenAt: number }
type Turn = { token: string; until: number }

export const createMemoryQueue = ({ now = Date.now, ...options }: QueueOptions = {}): Queue => {
  const { maxPlaces, maxPerAddress, graceMs, leaseMs, retryMs } = boundsOf(options)
  /** In order of joining. */
  const places = new Map<string, Place>()
  const { on, tell: changed, close: forget } = createSignal()
  /** Until when a lane is paused. */
  const lanesPaused = new Map<string, number>()
  let allPausedUntil = 0
  let restingUntil = 0
  let turn: Turn | undefined
  let epoch = 0

  const remove = (hash: string) => {
    if (places.delete(hash)) changed()
  }

  const prune = () => {
    for (const [hash, { seenAt }] of places) {
      if (seenAt + graceMs <= now()) remove(hash)
    }
  }

  const isPaused = (lane: string) => (lanesPaused.get(lane) ?? 0) > now()

  const next = (): string | undefined => {
    const isHeld = turn !== undefined && turn.until > now()
    if (isHeld || allPausedUntil > now() || restingUntil > now()) return undefined
    for (const [hash, { follower, lane }] of places) {
      const isFollowed = follower !== AWAY && follower !== NEW
      if (isFollowed && !isPaused(lane)) return hash
    }
    return undefined
  }

  const positionOf = (hash: string): number | undefined => {
    const index = [...places.keys()].indexOf(hash)
    return index < 0 ? undefined : index + 1
  }

  const makeRoomFor = (addressHash: string): boolean => {
    const own = [...places].filter(([, { entry }]) => entry.addressHash === addressHash)
    let spare = maxPerAddress - own.length
    for (const [hash, { follower }] of own) {
      if (spare > 0) break
      if (follower !== AWAY) continue
      remove(hash)
      spare += 1
    }
    return spare > 0
  }

  const pause = (
    kind: 'none' | 'lane' | 'all' | 'rest',
    lane: string | undefined,
    isStale: boolean,
  ) => {
    const until = now() + retryMs
    if (kind === 'rest') restingUntil = until
    if (isStale) return
    if (kind === 'all') allPausedUntil = until
    if (kind === 'lane' && lane) lanesPaused.set(lane, until)
  }

  return {
    join: async (hash, entry) => {
      prune()
      if (!makeRoomFor(entry.addressHash)) return 'address-full'
      if (places.size >= maxPlaces) return 'queue-full'
      places.set(hash, { entry, lane: laneOf(entry), follower: NEW, seenAt: now() })
      return { position: places.size }
    },
    find: async (hash) => {
      prune()
      return places.get(hash)?.entry
    },
    position: async (hash) => {
      prune()
      return positionOf(hash)
    },
    wouldOvertake: async (entry) => {
      prune()
      const own = laneOf(entry)
      return [...places.values()].some(
        ({ follower, lane }) => follower !== AWAY && (lane === own || !isPaused(lane)),
      )
    },
    follow: async ({ hash, follower }) => {
      prune()
      const place = places.get(hash)
      if (!place) return false
      places.set(hash, { ...place, follower, seenAt: now() })
      changed()
      return true
    },
    touch: async (followings) => {
      for (const { hash, follower } of followings) {
        const place = places.get(hash)
        if (place?.follower === follower) place.seenAt = now()
      }
      prune()
    },
    away: async ({ hash, follower }) => {
      const place = places.get(hash)
      if (place?.follower !== follower) return
      places.set(hash, { ...place, follower: AWAY, seenAt: now() })
      changed()
    },
    leave: async (hash) => remove(hash),
    view: async () => {
      prune()
      const followings = [...places].map(([hash, { follower }]) => ({ hash, follower }))
      return { places: followings, next: next() }
    },
    claim: async ({ hash, follower }) => {
      prune()
      if (next() !== hash || places.get(hash)?.follower !== follower) return undefined
      turn = { token: randomBytes(16).toString('base64url'), until: now() + leaseMs }
      return { hash, token: turn.token, epoch }
    },
    settle: async (claim, outcome) => {
      if (turn?.token !== claim.token) return false
      turn = undefined
      const { isRemoved, pause: kind } = EFFECTS[outcome]
      pause(kind, places.get(claim.hash)?.lane, epoch !== claim.epoch)
      if (isRemoved) remove(claim.hash)
      else changed()
      return true
    },
    freed: async () => {
      epoch += 1
      lanesPaused.clear()
      allPausedUntil = 0
      changed()
    },
    onChange: on,
    close: async () => {
      forget()
      places.clear()
    },
  }
}
