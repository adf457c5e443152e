// How a launch goes over HTTP, before there is a WebSocket: what is asked, and the shapes of the answers.

/** Body of `POST /terminal/tickets`: a new session, or the way back into one of one's own. */
export type LaunchRequest =
  | { project: string }
  | { demo: string }
  | { session: string; key: string }

/**
 * 201: a ticket for one connection. `session` and `key` are the way back when that connection is lost: `key` is a secret of
 * this browser, for this session only.
 */
export type LaunchTicket = {
  ticket: string
  /** WebSocket on which the ticket is worth one connection. */
  url: string
  expiresInS: number
  session: string
  key: string
  /** How long the session lasts: without input, and in all. In seconds. */
  limits: { idleS: number; maxS: number }
  /** What the session prints is kept for the owner; the visitor has to be told before the first prompt. */
  recorded?: boolean
}

/** 202: every terminal is in use. `place` is a secret of this browser; `POST /terminal/queue` with `{place}` follows it. */
export type LaunchPlace = { place: string } & QueuePosition

/** `position` 1 is next. `estimateS` is absent until enough sessions have ended to tell. */
export type QueuePosition = { position: number; estimateS?: number }

/**
 * Events of the stream that `POST /terminal/queue` answers with, as `text/event-stream`: `place` (a {@link QueuePosition})
 * whenever it changes, and last either `ticket` (a {@link LaunchTicket}) or `refused` (a problem).
 */
export type QueueEvent = 'place' | 'ticket' | 'refused'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const isSecret = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{16,128}$/.test(value)
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

export const isLaunchTicket = (value: unknown): value is LaunchTicket =>
  isObject(value) &&
  [value.ticket, value.session, value.key].every(isSecret) &&
  typeof value.url === 'string' &&
  /^wss?:\/\//.test(value.url) &&
  isCount(value.expiresInS) &&
  isObject(value.limits) &&
  isCount(value.limits.idleS) &&
  isCount(value.limits.maxS) &&
  (value.recorded === undefined || typeof value.recorded === 'boolean')

export const isQueuePosition = (value: unknown): value is QueuePosition =>
  isObject(value) &&
  isCount(value.position) &&
  (value.estimateS === undefined || isCount(value.estimateS))

export const isLaunchPlace = (value: unknown): value is LaunchPlace =>
  isQueuePosition(value) && isSecret((value as Json).place)
