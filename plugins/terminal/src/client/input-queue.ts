// What is typed and pasted, on its way: in order, in frames of at most 8 KiB, within the service's input rate.
import { advance, MAX_INPUT_BYTES } from '@shellfolio/protocol'
import type { Clock } from './clock.ts'
import { INPUT_RATE_SHARE, INPUT_TICK_MS, MAX_QUEUED_INPUT_BYTES } from './limits.ts'

export type InputQueue = {
  /** Queues all of `data`, or nothing and answers `false` when it does not fit. */
  push: (data: Uint8Array) => boolean
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
  let next = offset
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let budget = rate
  let at = clock.now()
  let cancel: (() => void) | undefined

  const refill = () => {
    budget = Math.min(rate, budget + ((clock.now() - at) / 1000) * rate)
    at = clock.now()
  }
  const flush = () => {
    cancel = undefined
    refill()
    for (let [head] = waiting; head && budget >= 1; [head] = waiting) {
      const size = Math.min(head.byteLength, MAX_INPUT_BYTES, Math.floor(budget))
      send(next, head.subarray(0, size))
      next = advance(next, size)
      budget -= size
      waitingBytes -= size
      if (size === head.byteLength) waiting.shift()
      else waiting[0] = head.subarray(size)
    }
    if (waiting.length > 0) cancel = clock.after(INPUT_TICK_MS, flush)
  }
  return {
    push: (data) => {
      if (data.byteLength === 0) return true
      if (waitingBytes + data.byteLength > MAX_QUEUED_INPUT_BYTES) return false
      waiting.push(data)
      waitingBytes += data.byteLength
      if (!cancel) flush()
      return true
    },
    dispose: () => {
      cancel?.()
      cancel = undefined
      waiting = []
      waitingBytes = 0
    },
  }
}
