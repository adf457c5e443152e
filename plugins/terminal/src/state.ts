// What outlives one evaluation of the configuration: tickets, rates, sessions, their watcher and the queue, one set per process.
import { connectRedis } from './connect-redis.ts'
import { createFleet, type Fleet, type FleetOptions } from './fleet/fleet.ts'
import { createFleetClient } from './fleet/fleet-client.ts'
import type { Announcements } from './fleet/host.ts'
import { createMemoryAnnouncements } from './fleet/memory-announcements.ts'
import { createRedisAnnouncements } from './fleet/redis-announcements.ts'
import type { Grants } from './grants.ts'
import { type CollectorParts, createCollector } from './history/collector.ts'
import { createMoments, type Moments, type MomentsParts } from './history/moments.ts'
import type { Limiter } from './limiter/limiter.ts'
import { createMemoryLimiter } from './limiter/memory-limiter.ts'
import { createRedisLimiter } from './limiter/redis-limiter.ts'
import { IDLE_WATCH_MS } from './limits.ts'
import type { OperatorCheck } from './operators/operator.ts'
import { createRechecks, type Rechecks } from './operators/rechecks.ts'
import { createFollowers, type Followers } from './queue/followers.ts'
import { createMemoryQueue } from './queue/memory-queue.ts'
import type { Queue } from './queue/queue.ts'
import { createRedisQueue } from './queue/redis-queue.ts'
import { createReady, type Ready } from './recordings/ready.ts'
import { terminalRegistry } from './registry.ts'
import { roomOf } from './room.ts'
import type { ServiceClient } from './service/service-client.ts'
import { createMemorySessions } from './sessions/memory-sessions.ts'
import { createRedisSessions } from './sessions/redis-sessions.ts'
import type { Sessions } from './sessions/sessions.ts'
import { createMemoryTicketStore } from './tickets/memory-store.ts'
import { createRedisTicketStore } from './tickets/redis-store.ts'
import type { TicketStore } from './tickets/store.ts'
import { createWatcher, type Watcher, type WatcherOptions } from './watch/watcher.ts'

export type TerminalState = {
  tickets: TicketStore
  limiter: Limiter
  sessions: Sessions
  queue: Queue
  announcements: Announcements
  /** Whether other replicas have the same. */
  isShared: boolean
  /** Lets go of Redis. */
  close: () => Promise<void>
}

export type WatchedState = TerminalState & {
  fleet: Fleet
  /** All services as one. */
  service: ServiceClient
  watcher: Watcher
  followers: Followers
  moments: Moments
  rechecks: Rechecks
  /** Recordings as everyone gets them. */
  ready: Ready
  /**
   * Ends the streams of those who wait, writes what was counted, ends the sockets of operators, the watcher, what it asks
   * the service, and lets go of Redis.
   */
  close: () => Promise<void>
}

/** Without `redisUrl` everything is kept in memory. */
export const createTerminalState = (redisUrl?: string): TerminalState => {
  if (!redisUrl) {
    const tickets = createMemoryTicketStore()
    const sessions = createMemorySessions()
    const queue = createMemoryQueue()
    const close = async () => {
      await Promise.all([tickets.close(), queue.close(), sessions.close()])
    }
    const announcements = createMemoryAnnouncements()
    const limiter = createMemoryLimiter()
    return { tickets, limiter, sessions, queue, announcements, isShared: false, close }
  }
  const redis = connectRedis(redisUrl)
  const sessions = createRedisSessions(redis)
  const queue = createRedisQueue(redis)
  return {
    tickets: createRedisTicketStore(redis),
    limiter: createRedisLimiter(redis),
    sessions,
    queue,
    announcements: createRedisAnnouncements(redis),
    isShared: true,
    close: async () => {
      await queue.close()
      await sessions.close()
      redis.disconnect()
    },
  }
}

/** Where the past is written. */
export type HistoryStore = Pick<CollectorParts, 'keep' | 'marks'> & Pick<MomentsParts, 'write'>

export type Watching = Omit<WatcherOptions, 'sessions' | 'service' | 'collect' | 'idleMs'> & {
  services: Pick<FleetOptions, 'internalUrl' | 'allow'>
  grants: Pick<Grants, 'control'>
  history: HistoryStore
  operators: () => OperatorCheck
}

/** `state` with a watcher over its sessions. */
export const watched = (state: TerminalState, watching: Watching): WatchedState => {
  const { services, grants, history, operators, ...parts } = watching
  const { sessions, queue, announcements } = state
  const fleet = createFleet({ ...services, announcements, sessions })
  const { internalUrl } = services
  const service = createFleetClient({ internalUrl, fleet, sessions, grants })
  const watcher = createWatcher({
    ...parts,
    service,
    sessions,
    collect: createCollector({ ...history, service, log: watching.log }),
    ...(state.isShared ? { idleMs: IDLE_WATCH_MS } : {}),
  })
  const moments = createMoments({ write: history.write, log: watching.log })
  const log = (err: unknown) => watching.log.error({ err, msg: 'The queue for terminals failed.' })
  const rechecks = createRechecks({ check: operators, log: watching.log })
  const followers = createFollowers({ queue, room: roomOf(sessions), log })
  return {
    ...state,
    fleet,
    service,
    watcher,
    followers,
    moments,
    rechecks,
    ready: createReady(),
    close: async () => {
      await followers.close()
      await moments.close()
      service.close()
      await Promise.all([watcher.close(), rechecks.close()])
      await state.close()
    },
  }
}

/** The state of this process. A bundler may evaluate the configuration several times: all copies share it. */
export const terminalState = (
  redisUrl: string | undefined,
  watching: () => Watching,
): WatchedState => {
  const registry = terminalRegistry()
  registry.state ??= watched(createTerminalState(redisUrl), watching())
  return registry.state
}
