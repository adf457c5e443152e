// What outlives one evaluation of the configuration: tickets, rates and running sessions, one set per process.
import { Redis } from 'ioredis'
import type { Limiter } from './limiter/limiter.ts'
import { createMemoryLimiter } from './limiter/memory-limiter.ts'
import { createRedisLimiter } from './limiter/redis-limiter.ts'
import { REDIS_TIMEOUT_MS } from './limits.ts'
import { terminalRegistry } from './registry.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createMemoryTicketStore } from './tickets/memory-store.ts'
import { createRedisTicketStore } from './tickets/redis-store.ts'
import type { TicketStore } from './tickets/store.ts'

export type TerminalState = {
  tickets: TicketStore
  limiter: Limiter
  sessions: Sessions
  /** Lets go of Redis. */
  close: () => Promise<void>
}

/** A connection that fails fast: a launch is refused rather than queued while Redis is away. */
export const connectRedis = (url: string): Redis => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: REDIS_TIMEOUT_MS,
    commandTimeout: REDIS_TIMEOUT_MS,
    maxRetriesPerRequest: 1,
  })
  // Commands reject by themselves; without a listener each lost connection would be printed with its stack.
  redis.on('error', () => undefined)
  return redis
}

/** Without `redisUrl` everything is kept in memory. */
export const createTerminalState = (redisUrl?: string): TerminalState => {
  const sessions = createSessions()
  if (!redisUrl) {
    const tickets = createMemoryTicketStore()
    return { tickets, limiter: createMemoryLimiter(), sessions, close: tickets.close }
  }
  const redis = connectRedis(redisUrl)
  return {
    tickets: createRedisTicketStore(redis),
    limiter: createRedisLimiter(redis),
    sessions,
    close: async () => redis.disconnect(),
  }
}

/** The state of this process. A bundler may evaluate the configuration several times: all copies share it. */
export const terminalState = (redisUrl?: string): TerminalState => {
  const registry = terminalRegistry()
  registry.state ??= createTerminalState(redisUrl)
  return registry.state
}
