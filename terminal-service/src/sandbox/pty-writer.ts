// Writes into a terminal: bounded, paced, and never into a descriptor that has been closed.
import { write, writeSync } from 'node:fs'

/** Input that waits for the program, in bytes; more is refused. */
export const MAX_QUEUED_BYTES = 128 * 1024
/** The terminal's own buffer is full: try again after this, doubled up to the second, in milliseconds. */
const FIRST_RETRY_MS = 1
const LAST_RETRY_MS = 25

export type PtyWriter = {
  /** Queues `data`; `false` when it does not fit or the writer is closed, and then nothing was taken. */
  write: (data: Uint8Array) => boolean
  /** Forgets what is queued and not written yet. */
  drop: () => void
  /** Drops what is queued; resolves when no write is under way, and only then may the descriptor be closed. */
  close: () => Promise<void>
}

/** `onError`: the descriptor takes no more input; reported once. */
export const createPtyWriter = (fd: number, onError: () => void = () => undefined): PtyWriter => {
  const queue: Uint8Array[] = []
  let queued = 0
  let isWriting = false
  /** What is being written is no longer in the queue. */
  let isDropped = false
  let isClosed = false
  let retry: NodeJS.Timeout | undefined
  let retryMs = FIRST_RETRY_MS
  let onIdle: (() => void) | undefined

  const drop = () => {
    queue.length = 0
    queued = 0
    isDropped = isWriting
  }

  const wrote = (data: Uint8Array, error: NodeJS.ErrnoException | null, count: number) => {
    isWriting = false
    if (isClosed) {
      onIdle?.()
      return
    }
    const isStale = isDropped
    isDropped = false
    if (isStale && (!error || error.code === 'EAGAIN')) {
      pump()
      return
    }
    if (error?.code === 'EAGAIN') {
      retry = setTimeout(pump, retryMs)
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
      return
    }
    if (error) {
      isClosed = true
      drop()
      onError()
      return
    }
    retryMs = FIRST_RETRY_MS
    queued -= count
    if (count === data.length) queue.shift()
    else queue[0] = data.subarray(count)
    pump()
  }

  const pump = () => {
    retry = undefined
    const [data] = queue
    if (isWriting || isClosed || !data) return
    isWriting = true
    write(fd, data, 0, data.length, null, (error, count) => wrote(data, error, count))
  }

  /** The terminal never blocks, and a key stroke almost always fits: it need not wait for another thread. */
  const writeNow = (data: Uint8Array): number => {
    if (isWriting || queue.length > 0) return 0
    try {
      return writeSync(fd, data)
    } catch {
      // Full, or broken: the queue finds out which.
      return 0
    }
  }

  return {
    write: (data) => {
      if (isClosed || queued + data.length > MAX_QUEUED_BYTES) return false
      const rest = data.subarray(writeNow(data))
      if (rest.length === 0) return true
      queue.push(Buffer.from(rest))
      queued += rest.length
      if (!retry) pump()
      return true
    },
    drop,
    close: () => {
      isClosed = true
      clearTimeout(retry)
      drop()
      if (!isWriting) return Promise.resolve()
      return new Promise((resolve) => {
        onIdle = resolve
      })
    },
  }
}
