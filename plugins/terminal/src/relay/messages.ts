// What the supervisor and the relay process say to each other. Both are ours; shapes are checked all the same.

export type WireJob = { upstream: string; key: string; grant: string }

/** With the socket attached. */
export type OpenMessage = { t: 'open'; id: number; job: WireJob }

/** End the socket of an earlier `open`. */
export type CloseMessage = { t: 'close'; id: number }

/** Why a session ended, for logs. Bytes are those of the splice. */
export type EndedMessage = {
  t: 'ended'
  id: number
  reason: EndReason
  bytesUp: number
  bytesDown: number
}

export type EndReason =
  | 'closed'
  | 'refused'
  | 'unreachable'
  | 'early-bytes'
  | 'idle'
  | 'gone'
  | 'full'

export type ReadyMessage = { t: 'ready' }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

export const isOpenMessage = (value: unknown): value is OpenMessage =>
  isRecord(value) &&
  value.t === 'open' &&
  typeof value.id === 'number' &&
  isRecord(value.job) &&
  ['upstream', 'key', 'grant'].every(
    (name) => typeof (value.job as Record<string, unknown>)[name] === 'string',
  )

export const isCloseMessage = (value: unknown): value is CloseMessage =>
  isRecord(value) && value.t === 'close' && typeof value.id === 'number'

export const isEndedMessage = (value: unknown): value is EndedMessage =>
  isRecord(value) && value.t === 'ended' && typeof value.id === 'number'

export const isReadyMessage = (value: unknown): value is ReadyMessage =>
  isRecord(value) && value.t === 'ready'
