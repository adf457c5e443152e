// Writes events as text/event-stream (WHATWG HTML §9.2). Nothing in the data can end an event or begin another one.
import type { QueueEvent } from '@shellfolio/protocol'

const LINE_BREAK = /\r\n|\r|\n/

/** One event. Data of several lines arrives as it was, its line breaks as `\n`. */
export const formatEvent = (event: QueueEvent, data: string): string => {
  const lines = data.split(LINE_BREAK).map((line) => `data: ${line}\n`)
  return `event: ${event}\n${lines.join('')}\n`
}

/** Keeps proxies from cutting an idle answer; browsers ignore it. */
export const HEARTBEAT = ':\n\n'

export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compression would hold events back until a block of it is full.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
} as const
