/**
 * The queue of visitors who wait while every terminal is in use: who waits, in which order, and whose turn it is.
 *
 * How it is wired:
 *
 * 1. `createMemoryQueue()` for one replica, `createRedisQueue(redis)` for several; one per process. It keeps hashes of
 *    places only (`place.ts`), never a place itself.
 * 2. `launchOrWait` (`launch-or-wait.ts`) stands behind `POST /terminal/tickets`: a ticket (201) when there is room and
 *    nobody would be overtaken, else a place (202), else a refusal.
 * 3. `createFollowers({ queue, room })` (`followers.ts`), one per process, owns every open stream, one timer and one
 *    subscription each to the queue and to freed terminals, all only while there are streams. `close()` ends them.
 *    `room` is what it needs of the sessions: `onFreed`, and `turnover`, the times at which sessions ended.
 * 4. `queueEndpoint` (`endpoints/queue.ts`) answers `POST /terminal/queue`. It hands each follower a `Turn`, which mints
 *    the ticket when its turn has come. `mint` has to take the terminal atomically and throw the refusal
 *    `terminal-full` when there is none: the capacity is enforced there and nowhere else.
 *
 *    ```ts
 *    const turn = (payload) => ({
 *      mint: (entry) => mintFor(context.mintContext(payload), entry, entry.wanted),
 *      hasRoom: async () => (await sessions.count()) < (await documents.terminal()).capacity,
 *      release: ({ session }) => sessions.release(session),
 *    })
 *    const room = {
 *      onFreed: sessions.onFreed,
 *      turnover: async () => (await sessions.recentEnds()).map(({ atMs }) => atMs),
 *    }
 *    // When the process ends: followers first, then the queue, then Redis.
 *    await followers.close()
 *    await queue.close()
 *    ```
 *
 * A turn, with any number of replicas: the queue names the next place, whose turn is claimed by the one replica that
 * follows it. Only one turn is taken at a time, so tickets are given in order. `settle` then removes the place, or leaves
 * it at the head when there was no room after all: nobody is tried again until a terminal is freed, or `FULL_RETRY_S`
 * have passed. When only its demo is full, those behind it who want another one go on (a lane is what one place wants).
 *
 * A place gets a turn only while a stream follows it: one that nobody has followed yet keeps its position and holds up
 * nobody. It is *present* from `join` on, and *away* once its stream was given up: it is passed over, keeps its position, and
 * is dropped after `PLACE_GRACE_S` unless it is followed again. Places of a replica that died are not confirmed any more
 * and go the same way.
 *
 * Every method rejects when the store cannot be reached; nothing is ever granted then.
 */

/** What a place waits for. */
export type Wanted = { project: string } | { demo: string }

/** Who waits for what. Both bind the place: another origin or address cannot follow it. */
export type QueueEntry = { origin: string; addressHash: string; wanted: Wanted }

/** `position` 1 is next. `address-full`: this address has `MAX_PLACES_PER_ADDRESS` that are present. */
export type Joined = { position: number } | 'queue-full' | 'address-full'

/** One stream that follows a place. The latest one owns it; what an earlier one does has no effect. */
export type Following = { hash: string; follower: string }

export type QueueView = {
  /** All places in order. `follower` is that of the stream, `NEW`, or `AWAY`. */
  places: Following[]
  /** Whose turn it is, if anybody's. */
  next: string | undefined
}

/** One turn. `epoch`: how often terminals had been freed when it began. */
export type Claim = { hash: string; token: string; epoch: number }

/** How a turn ended. */
export type TurnOutcome =
  /** A ticket was minted. */
  | 'served'
  /** This visitor gets none; the next one may. */
  | 'refused'
  /** Nobody gets one at the moment; this visitor was told so. */
  | 'unavailable'
  /** No terminal was free. */
  | 'full'
  /** Terminals are free, but not for this demo. */
  | 'demo-full'
  /** The visitor left in the middle of it. */
  | 'later'

/**
 * What an outcome does: `lane` and `all` pause turns until a terminal is freed or `FULL_RETRY_S` have passed, and not at
 * all when one was freed during the turn; `rest` pauses all of them for `FULL_RETRY_S`.
 */
export const EFFECTS = {
  served: { isRemoved: true, pause: 'none' },
  refused: { isRemoved: true, pause: 'none' },
  unavailable: { isRemoved: true, pause: 'rest' },
  full: { isRemoved: false, pause: 'all' },
  'demo-full': { isRemoved: false, pause: 'lane' },
  later: { isRemoved: false, pause: 'none' },
} as const satisfies Record<
  TurnOutcome,
  { isRemoved: boolean; pause: 'none' | 'lane' | 'all' | 'rest' }
>

/** Nobody has followed this place yet, but somebody is about to. */
export const NEW = 'new'
export const AWAY = 'away'

/** Places that want the same. */
export const laneOf = ({ wanted }: Pick<QueueEntry, 'wanted'>): string =>
  'demo' in wanted ? `demo:${wanted.demo}` : `project:${wanted.project}`

export type Queue = {
  /** A place at the end. An address that holds too many loses those that are away, the oldest first. */
  join: (hash: string, entry: QueueEntry) => Promise<Joined>
  find: (hash: string) => Promise<QueueEntry | undefined>
  /** `undefined`: there is no such place. */
  position: (hash: string) => Promise<number | undefined>
  /** Whether somebody present waits whom a launch of the same would overtake. */
  wouldOvertake: (entry: Pick<QueueEntry, 'wanted'>) => Promise<boolean>
  /** From now on the place is owned by this stream. `false`: there is no such place. */
  follow: (following: Following) => Promise<boolean>
  /** Confirms that these streams are still there. */
  touch: (followings: readonly Following[]) => Promise<void>
  /** The stream is gone; the grace begins. */
  away: (following: Following) => Promise<void>
  leave: (hash: string) => Promise<void>
  view: () => Promise<QueueView>
  /** Begins the turn of a place; `undefined` unless it is next and owned by this stream. */
  claim: (following: Following) => Promise<Claim | undefined>
  /** Ends a turn. `false`: the turn had been lost, and a ticket of it must not be handed out. */
  settle: (claim: Claim, outcome: TurnOutcome) => Promise<boolean>
  /** A terminal was freed: turns that were paused for want of one go on. */
  freed: () => Promise<void>
  /** Calls `listener` soon after somebody's turn or position may have changed; the function returned stops it. */
  onChange: (listener: () => void) => () => void
  /** Lets go of listeners and of connections that it owns. */
  close: () => Promise<void>
}

/** Durations in milliseconds; tests set them and move `now`. */
export type QueueOptions = {
  now?: () => number
  maxPlaces?: number
  maxPerAddress?: number
  graceMs?: number
  leaseMs?: number
  retryMs?: number
}
