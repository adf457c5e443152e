// Tells listeners that something happened: in this process, or through a channel of Redis in every replica.
import type { Redis } from 'ioredis'

export type Signal = {
  /** Calls `listener` each time; the function returned stops it. */
  on: (listener: () => void) => () => void
  /** Tells the listeners of this process. */
  tell: () => void
  /** Lets go of listeners and of connections that it owns. */
  close: () => void
}

type Presence = { onFirst?: () => void; onLast?: () => void }

export const createSignal = ({ onFirst, onLast }: Presence = {}): Signal => {
  const listeners = new Set<() => void>()
  return {
    on: (listener) => {
      // One of its own, so that the same function can listen twice.
      const own = () => listener()
      if (listeners.size === 0) onFirst?.()
      listeners.add(own)
      return () => {
        if (listeners.delete(own) && listeners.size === 0) onLast?.()
      }
    },
    tell: () => {
      for (const listener of [...listeners]) listener()
    },
    close: () => {
      listeners.clear()
      onLast?.()
    },
  }
}

/**
 * Also tells what may have been missed: nothing is kept for a subscriber that was away, so listeners look for themselves
 * once it is back. Its connection is there while somebody listens.
 */
export const createRedisSignal = (redis: Redis, channel: string): Signal => {
  let subscriber: Redis | undefined
  const subscribe = () => {
    const connection = redis.duplicate({ lazyConnect: true, autoResubscribe: false })
    connection.on('error', () => undefined)
    connection.on('message', signal.tell)
    connection.on('ready', () => {
      connection.subscribe(channel).then(signal.tell, () => undefined)
    })
    connection.connect().catch(() => undefined)
    subscriber = connection
  }
  const letGo = () => {
    subscriber?.disconnect()
    subscriber = undefined
  }
  const signal = createSignal({ onFirst: subscribe, onLast: letGo })
  return signal
}
