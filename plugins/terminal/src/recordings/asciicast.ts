// Reads and writes asciicast v2: a header line, then one line for each event. Strict and without dependencies: the server
// judges casts with it before they are kept, and the player reads them with it in browsers.
import { MAX_COLS, MAX_ROWS, MIN_COLS, MIN_ROWS } from '@shellfolio/protocol'
import {
  MAX_CAST_BYTES,
  MAX_CAST_MS,
  MAX_CAST_TEXT_CHARS,
  MAX_CAST_TITLE_CHARS,
} from '../limits.ts'

export type CastSize = { cols: number; rows: number }

/** `atMs`: milliseconds since the start, to the microsecond. Events never go back in time. */
export type CastEvent = { atMs: number } & (
  | { is: 'output' | 'marker'; text: string }
  | ({ is: 'size' } & CastSize)
)

export type Cast = CastSize & {
  /** When it was made, in seconds since 1970. */
  timestampS?: number
  title?: string
  events: CastEvent[]
}

/** Says what is wrong and where, and nothing of what the cast contains. */
export class CastError extends Error {
  override readonly name = 'CastError'
}

/** The marker with which the service says that a recording ends before its session. */
const STOPPED = 'recording stopped: '
const CODES = { o: 'output', r: 'size', m: 'marker' } as const
const SIZE = /^(\d{1,4})x(\d{1,4})$/

const refuse = (line: number, what: string): never => {
  throw new CastError(`Line ${line} of the recording ${what}.`)
}

const json = (text: string, line: number): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return refuse(line, 'is not JSON')
  }
}

const isWithin = (value: unknown, min: number, max: number): value is number =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max

const sizeOf = (cols: unknown, rows: unknown, line: number): CastSize => {
  if (isWithin(cols, MIN_COLS, MAX_COLS) && isWithin(rows, MIN_ROWS, MAX_ROWS))
    return { cols, rows }
  return refuse(line, 'has a size that no terminal has')
}

const headerOf = (value: unknown): Omit<Cast, 'events'> => {
  if (typeof value !== 'object' || value === null) return refuse(1, 'is no header')
  const { version, width, height, timestamp, title } = value as Record<string, unknown>
  if (version !== 2) return refuse(1, 'is of another version')
  const isTime = timestamp === undefined || isWithin(timestamp, 0, 2 ** 40)
  const isTitle =
    title === undefined || (typeof title === 'string' && title.length <= MAX_CAST_TITLE_CHARS)
  if (!isTime || !isTitle) return refuse(1, 'has a date or a title that makes no sense')
  return {
    ...sizeOf(width, height, 1),
    ...(timestamp === undefined ? {} : { timestampS: timestamp }),
    ...(title === undefined ? {} : { title }),
  }
}

const eventOf = (value: unknown, line: number, afterMs: number): CastEvent => {
  if (!Array.isArray(value) || value.length !== 3) return refuse(line, 'is no event')
  const [seconds, code, data] = value as unknown[]
  if (typeof seconds !== 'number') return refuse(line, 'has no time')
  const atMs = Math.round(seconds * 1e6) / 1e3
  if (!(atMs >= afterMs && atMs <= MAX_CAST_MS)) return refuse(line, 'is at a time that cannot be')
  if (typeof data !== 'string' || data.length > MAX_CAST_TEXT_CHARS) {
    return refuse(line, 'has no text, or too much')
  }
  if (code !== 'o' && code !== 'r' && code !== 'm') return refuse(line, 'is of an unknown kind')
  const is = CODES[code]
  if (is !== 'size') return { atMs, is, text: data }
  const [, cols, rows] = SIZE.exec(data) ?? []
  return { atMs, is, ...sizeOf(Number(cols), Number(rows), line) }
}

/** @throws {CastError} for anything that the service would not have written */
export const parseCast = (text: string): Cast => {
  // A character has one byte at least: no need to count further.
  if (text.length > MAX_CAST_BYTES || new TextEncoder().encode(text).length > MAX_CAST_BYTES) {
    throw new CastError('The recording is too large.')
  }
  const [first = '', ...lines] = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const header = headerOf(json(first, 1))
  const events: CastEvent[] = []
  let atMs = 0
  for (const [index, line] of lines.entries()) {
    const event = eventOf(json(line, index + 2), index + 2, atMs)
    events.push(event)
    atMs = event.atMs
  }
  return { ...header, events }
}

const lineOf = (event: CastEvent): string => {
  const seconds = (event.atMs / 1000).toFixed(6)
  if (event.is === 'size') return `[${seconds}, "r", "${event.cols}x${event.rows}"]\n`
  return `[${seconds}, "${event.is === 'output' ? 'o' : 'm'}", ${JSON.stringify(event.text)}]\n`
}

export const encodeCast = ({ cols, rows, timestampS, title, events }: Cast): string => {
  const header = { version: 2, width: cols, height: rows, timestamp: timestampS, title }
  return [`${JSON.stringify(header)}\n`, ...events.map(lineOf)].join('')
}

/** From the start to the last event. */
export const durationMs = ({ events }: Pick<Cast, 'events'>): number => events.at(-1)?.atMs ?? 0

/** Whether it goes on to the end of its session. */
export const isWhole = ({ events }: Pick<Cast, 'events'>): boolean =>
  !events.some((event) => event.is === 'marker' && event.text.startsWith(STOPPED))

/** The largest size it ever has: what shows it must have room for. */
export const largestSize = ({ cols, rows, events }: Cast): CastSize => {
  const largest = { cols, rows }
  for (const event of events) {
    if (event.is !== 'size') continue
    largest.cols = Math.max(largest.cols, event.cols)
    largest.rows = Math.max(largest.rows, event.rows)
  }
  return largest
}

/** The same without a pause longer than `maxGapMs`, the one before the first event included. */
export const withoutIdle = (cast: Cast, maxGapMs: number): Cast => {
  let beforeMs = 0
  let cutMs = 0
  const events = cast.events.map((event) => {
    cutMs += Math.max(0, event.atMs - beforeMs - maxGapMs)
    beforeMs = event.atMs
    return { ...event, atMs: Math.round((event.atMs - cutMs) * 1e3) / 1e3 }
  })
  return { ...cast, events }
}
