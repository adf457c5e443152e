// Hears of changes of the queue in any replica. The connection is there while somebody listens.
import type { Redis } from 'ioredis'
import type { Queue } from './queue.ts'
import { CHANGED_CHANNEL } from './redis-scripts.ts'

export type ChangeFeed = Pick<Queue, 'onChange'> & { close: () => void }

export const createChangeFeed = (redis: Redis): ChangeFeed => {
  const listeners = new Set<() => void>()
  let subscriber: Redis | undefined

  const tell = () => {
    for (const listener of [...listeners]) listener()
  }

  const subscribe = (): Redis => {
    const connection = redis.duplicate({ lazyConnect: true, autoResubscribe: false })
    connection.on('error', () => undefined)
    connection.on('message', tell)
    // What was published while it was away is lost: once it is back, its listeners look for themselves.
    connection.on('ready', () => {
      connection.subscribe(CHANGED_CHANNEL).then(tell, () => undefined)
    })
    connection.connect().catch(() => undefined)
    return connection
  }

  const letGo = () => {
    subscriber?.disconnect()
    subscriber = undefined
  }

  return {
    onChange: (listener) => {
      const own = () => listener()
      listeners.add(own)
      subscriber ??= subscribe()
      return () => {
        if (listeners.delete(own) && listeners.size === 0) letGo()
      }
    },
    close: () => {
      listeners.clear()
      letGo()
    },
  }
}
