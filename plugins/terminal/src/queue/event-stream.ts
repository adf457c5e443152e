// The answer to one follower: a stream of events that says when its reader has gone.
import type { QueueEvent } from '@shellfolio/protocol'
import { MAX_WAITING_EVENTS } from '../limits.ts'
import { formatEvent, HEARTBEAT } from './events.ts'

export type EventStream = {
  body: ReadableStream<Uint8Array>
  /** Whether events still reach anybody, as far as is known. */
  isOpen: () => boolean
  /** `false`: nobody reads any more. */
  send: (event: QueueEvent, data: unknown) => boolean
  heartbeat: () => void
  /** Ends the answer after what was sent. */
  end: () => void
}

/** `onGone`: called once when the reader cancels, aborts `signal` or falls too far behind, not after `end`. */
export const createEventStream = (onGone: () => void, signal?: AbortSignal): EventStream => {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let isOpen = true

  const shut = () => {
    isOpen = false
    signal?.removeEventListener('abort', gone)
  }
  const gone = () => {
    if (!isOpen) return
    shut()
    // A reader that cancelled has closed the stream already.
    try {
      controller?.close()
    } catch {}
    onGone()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own
      },
      cancel: gone,
    },
    { highWaterMark: MAX_WAITING_EVENTS },
  )
  const write = (text: string): boolean => {
    if (!isOpen || !controller) return false
    if ((controller.desiredSize ?? 0) <= 0) {
      gone()
      return false
    }
    controller.enqueue(encoder.encode(text))
    return true
  }

  signal?.addEventListener('abort', gone)
  if (signal?.aborted) queueMicrotask(gone)

  return {
    body,
    isOpen: () => isOpen,
    send: (event, data) => write(formatEvent(event, JSON.stringify(data))),
    heartbeat: () => {
      write(HEARTBEAT)
    },
    end: () => {
      if (!isOpen) return
      shut()
      controller?.close()
    },
  }
}
