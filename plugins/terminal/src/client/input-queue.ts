// What is typed and pasted, on its way: in order, in frames of at most 8 KiB, within the service's input rate, and kept
// until the service has it, so that a lost connection loses none of it and repeats none of it.
import { advance, distance, MAX_INPUT_BYTES } from '@shellfolio/protocol'
import type { Clock } from './clock.ts'
import { INPUT_RATE_SHARE, INPUT_TICK_MS, MAX_QUEUED_INPUT_BYTES } from './limits.ts'

export type InputQueue = {
  /** Queues all of `data`, or nothing and answers `false` when it does not fit. */
  push: (data: Uint8Array) => boolean
  /** Offset of the first byte that may not have arrived. */
  arrived: () => number
  /** Everything before `offset` has arrived; `false` for an offset that cannot be. */
  acknowledge: (offset: number) => boolean
  /** Keeps what it has and sends nothing. */
  pause: () => void
  /** Goes on from `offset`, which the service says is the next it wants; `false` for an offset that cannot be. */
  resume: (offset: number) => boolean
  dispose: () => void
}

export type InputQueueOptions = {
  /** Offset of the first byte that will be typed. */
  offset: number
  /** Bytes per second that the service takes. */
  bytesPerS: number
  send: (offset: number, data: Uint8Array) => void
  clock: Clock
}

export const createInputQueue = ({
  offset,
  bytesPerS,
  send,
  clock,
}: InputQueueOptions): InputQueue => {
  const rate = Math.max(1, bytesPerS * INPUT_RATE_SHARE)
  // Invariant: `kept` holds the bytes from `base` on, and `sent` of them are on their way.
  let base = offset
  let kept: Uint8Array[] = []
  let keptBytes = 0
  let sent = 0
  let isPaused = false
  let budget = rate
  let at = clock.now()
  let cancel: (() => void) | undefined

  const refill = () => {
    budget = Math.min(rate, budget + ((clock.now() - at) / 1000) * rate)
    at = clock.now()
  }
  /** The next unsent bytes, at most `max`: many keys become one frame. */
  const unsent = (max: number): Uint8Array => {
    const bytes = new Uint8Array(Math.min(max, keptBytes - sent))
    let skip = sent
    let size = 0
    for (const chunk of kept) {
      if (size === bytes.byteLength) break
      const part = chunk.subarray(Math.min(skip, chunk.byteLength), skip + bytes.byteLength - size)
      bytes.set(part, size)
      size += part.byteLength
      skip -= Math.min(skip, chunk.byteLength)
    }
    return bytes
  }
  const flush = () => {
    cancel = undefined
    if (isPaused) return
    refill()
    while (sent < keptBytes && budget >= 1) {
      const data = unsent(Math.min(MAX_INPUT_BYTES, Math.floor(budget)))
      send(advance(base, sent), data)
      sent += data.byteLength
      budget -= data.byteLength
    }
    if (sent < keptBytes) cancel = clock.after(INPUT_TICK_MS, flush)
  }
  const stop = () => {
    cancel?.()
    cancel = undefined
  }
  const forget = (bytes: number) => {
    base = advance(base, bytes)
    keptBytes -= bytes
    sent -= bytes
    let left = bytes
    for (let [head] = kept; head && left > 0; [head] = kept) {
      if (head.byteLength > left) kept[0] = head.subarray(left)
      else kept.shift()
      left -= Math.min(left, head.byteLength)
    }
  }
  const acknowledge = (next: number) => {
    const bytes = distance(base, next)
    if (bytes < 0 || bytes > sent) return false
    forget(bytes)
    return true
  }
  return {
    push: (data) => {
      if (data.byteLength === 0) return true
      if (keptBytes + data.byteLength > MAX_QUEUED_INPUT_BYTES) return false
      kept.push(data)
      keptBytes += data.byteLength
      if (!cancel) flush()
      return true
    },
    arrived: () => base,
    acknowledge,
    pause: () => {
      isPaused = true
      stop()
    },
    resume: (next) => {
      if (!acknowledge(next)) return false
      isPaused = false
      sent = 0
      stop()
      flush()
      return true
    },
    dispose: () => {
      stop()
      kept = []
      keptBytes = 0
      sent = 0
    },
  }
}
