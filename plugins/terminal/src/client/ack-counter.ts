// Tells the service how far output has been parsed: every 64 KiB, 100 ms after the last byte, or a second after the first.
import {
  ACK_EVERY_BYTES,
  ACK_EVERY_MS,
  ACK_LATEST_MS,
  advance,
  distance,
} from '@shellfolio/protocol'
import type { Clock } from './clock.ts'

export type AckCounter = {
  /** `bytes` more have been parsed; without effect once disposed of. */
  parsed: (bytes: number) => void
  dispose: () => void
}

/** `offset`: of the first byte that will be parsed. `send` gets the offset before which everything is parsed. */
export const createAckCounter = (
  offset: number,
  send: (offset: number) => void,
  clock: Clock,
): AckCounter => {
  let parsedTo = offset
  let sent = offset
  /** When the first byte that is not told, and the last one, were parsed. */
  let firstMs = 0
  let lastMs = 0
  let isDisposed = false
  let cancel: (() => void) | undefined

  const flush = () => {
    cancel?.()
    cancel = undefined
    if (parsedTo === sent) return
    sent = parsedTo
    send(sent)
  }
  /** One timer for a burst: it waits on for what came after it was set. */
  const flushWhenDue = () => {
    const dueMs = Math.min(lastMs + ACK_EVERY_MS, firstMs + ACK_LATEST_MS)
    const waitMs = dueMs - clock.now()
    if (waitMs > 0) cancel = clock.after(waitMs, flushWhenDue)
    else flush()
  }
  return {
    parsed: (bytes) => {
      // What an earlier connection brought may be parsed after it is lost.
      if (isDisposed) return
      lastMs = clock.now()
      if (parsedTo === sent) firstMs = lastMs
      parsedTo = advance(parsedTo, bytes)
      if (distance(sent, parsedTo) >= ACK_EVERY_BYTES) flush()
      else cancel ??= clock.after(ACK_EVERY_MS, flushWhenDue)
    },
    dispose: () => {
      isDisposed = true
      cancel?.()
      cancel = undefined
    },
  }
}
