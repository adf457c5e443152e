// Tells the service how far output has been parsed: every 64 KiB, or 100 ms after the last byte.
import { ACK_EVERY_BYTES, ACK_EVERY_MS, advance, distance } from '@shellfolio/protocol'
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
  let isDisposed = false
  let cancel: (() => void) | undefined

  const flush = () => {
    cancel?.()
    cancel = undefined
    if (parsedTo === sent) return
    sent = parsedTo
    send(sent)
  }
  return {
    parsed: (bytes) => {
      // What an earlier connection brought may be parsed after it is lost.
      if (isDisposed) return
      parsedTo = advance(parsedTo, bytes)
      if (distance(sent, parsedTo) >= ACK_EVERY_BYTES) flush()
      else cancel ??= clock.after(ACK_EVERY_MS, flush)
    },
    dispose: () => {
      isDisposed = true
      cancel?.()
      cancel = undefined
    },
  }
}
