// A Redis that a process can do without: who asks it waits for a moment at most, and what it could not be told it is told
// first when it is back.

/** Of a connection whose commands are refused at once while there is no Redis, and soon while it says nothing. */
export const impatient = ({ timeoutMs, pauseMs }: { timeoutMs: number; pauseMs: number }) => ({
  connectTimeout: timeoutMs,
  commandTimeout: timeoutMs,
  // A connection that broke before it is closed keeps the process for as long.
  disconnectTimeout: timeoutMs,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  enableAutoPipelining: true,
  retryStrategy: () => pauseMs,
})

/** As much of an ioredis connection as is needed here. */
type Connection = { on: (event: 'error' | 'ready', listener: () => void) => unknown }

export type OptionalRedis = {
  /** What `ask` resolves to; undefined when Redis does not answer, and then nobody asks it for a moment. Never rejects. */
  attempt: <Value>(ask: () => Promise<Value>) => Promise<Value | undefined>
  /** Something could not be told: `settle` is done before anything else is asked, and as soon as Redis is back. */
  owe: () => void
  /** Does now what was owed, if anything was. @throws when Redis does not answer; then it is owed from now on */
  settle: () => Promise<void>
}

export type OptionalRedisOptions = {
  pauseMs: number
  /** Makes up for whatever Redis could not be told. */
  settle: () => Promise<unknown>
  /** A question was not answered. */
  onSilence: (error: unknown) => void
  now?: (() => number) | undefined
}

export const optionalRedis = (
  connection: Connection,
  { pauseMs, settle, onSilence, now = Date.now }: OptionalRedisOptions,
): OptionalRedis => {
  let silentUntil = -Infinity
  let isOwed = false

  const settleNow = async () => {
    try {
      await settle()
      isOwed = false
    } catch (error) {
      isOwed = true
      throw error
    }
  }
  const attempt = async <Value>(ask: () => Promise<Value>): Promise<Value | undefined> => {
    if (now() < silentUntil) return undefined
    try {
      if (isOwed) await settleNow()
      return await ask()
    } catch (error) {
      silentUntil = now() + pauseMs
      onSilence(error)
      return undefined
    }
  }

  // Commands reject by themselves; without a listener each lost connection would be printed with its stack.
  connection.on('error', () => undefined)
  connection.on('ready', () => {
    silentUntil = -Infinity
    if (isOwed) void attempt(async () => undefined)
  })

  return {
    attempt,
    owe: () => {
      isOwed = true
    },
    settle: settleNow,
  }
}
