// Follows a place in the queue until it becomes a ticket: one stream of events, read once.
import {
  isLaunchTicket,
  isQueuePosition,
  type LaunchTicket,
  type QueuePosition,
} from '@shellfolio/protocol'
import { createEventParser, type StreamEvent } from './event-stream.ts'
import { besideTickets, type PostOptions, post, type Refused, refusedBy } from './launch-request.ts'
import { MAX_EVENT_CHARS } from './limits.ts'
import type { Phase } from './terminal-state.ts'

/** `broken`: the stream ended without an answer; the place may still be there. */
export type QueueAnswer = { is: 'ticket'; ticket: LaunchTicket } | { is: 'broken' } | Refused

export type QueueOptions = PostOptions & {
  place: string
  onPosition: (position: QueuePosition) => void
}

const NO_PLACE: Phase = {
  state: 'ended',
  message: 'Your place in the queue is no longer there. Launch again.',
  reason: 'gone',
}

/** The queue's address where the page does not say. */
export const queueUrlFor = (ticketsUrl: string): string => besideTickets(ticketsUrl, 'queue')

const parsed = (data: string): unknown => {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

/** What an event says for good, if it does. Events of other names are from a later version. */
const answerOf = (
  { event, data }: StreamEvent,
  onPosition: QueueOptions['onPosition'],
): QueueAnswer | undefined => {
  const value = parsed(data)
  switch (event) {
    case 'place':
      if (isQueuePosition(value)) onPosition(value)
      return undefined
    case 'ticket':
      return isLaunchTicket(value) ? { is: 'ticket', ticket: value } : { is: 'broken' }
    case 'refused':
      return { ...refusedBy(value, 400), isFinal: true }
    default:
      return undefined
  }
}

const read = async (
  body: ReadableStream<Uint8Array>,
  onPosition: QueueOptions['onPosition'],
): Promise<QueueAnswer> => {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const parse = createEventParser(MAX_EVENT_CHARS)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { is: 'broken' }
      for (const event of parse(decoder.decode(value, { stream: true }))) {
        const answer = answerOf(event, onPosition)
        if (answer) return answer
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Resolves when the stream has said its last or broke; never rejects. */
export const followQueue = async (
  url: string,
  { place, onPosition, ...options }: QueueOptions,
): Promise<QueueAnswer> => {
  try {
    const response = await post(url, { place }, options)
    if (response.ok && response.body) return await read(response.body, onPosition)
    const refused = refusedBy(await response.json().catch(() => undefined), response.status)
    if (!refused.isFinal) return { is: 'broken' }
    return refused.phase.reason === 'not-found' ? { ...refused, phase: NO_PLACE } : refused
  } catch {
    return { is: 'broken' }
  }
}
