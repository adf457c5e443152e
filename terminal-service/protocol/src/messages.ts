// The JSON messages of term.v1 and their validators. Nothing from the other end is used before it passed one of these.
import { MAX_COLS, MAX_ROWS, MIN_COLS, MIN_ROWS } from './limits.ts'

export const PROTOCOL_VERSION = 1
export const SUBPROTOCOL = 'term.v1'
/** A ticket travels as a second subprotocol, `ticket.<base64url>`, never in the address. */
export const TICKET_SUBPROTOCOL_PREFIX = 'ticket.'

export type Role = 'controller' | 'observer'

/** Where a reconnecting browser stopped: the session, the service's boot, and the next byte in each direction. */
export type ResumePoint = { sid: string; epoch: string; out: number; in: number }

/** First frame of the browser. */
export type Hello = {
  v: typeof PROTOCOL_VERSION
  cols: number
  rows: number
  resume?: ResumePoint
}

/** The session's answer: identity, size, offsets and the bounds in force. Times in seconds, sizes in bytes. */
export type Welcome = {
  v: typeof PROTOCOL_VERSION
  sid: string
  epoch: string
  role: Role
  cols: number
  rows: number
  out: number
  in: number
  window: { high: number; low: number; ack: number }
  limits: { idleS: number; maxS: number; inputBytesPerS: number }
  replay: 'ring' | 'snapshot' | 'none'
}

/** What the service is doing before the prompt, in this order; a stage may be skipped. */
const STAGES = ['archive', 'build', 'sandbox'] as const
export type Stage = (typeof STAGES)[number]

export type TermEvent =
  | { t: 'stage'; stage: Stage }
  | { t: 'notice'; level: 'info' | 'warning'; msg: string }
  /** `canExtend`: an EXTEND moves this limit once. */
  | { t: 'expires'; inS: number; why: 'idle' | 'hard'; canExtend?: boolean }
  /** The hard limit was moved. */
  | { t: 'extended'; inS: number }
  /** The sandbox is being made anew: what the screen shows is of the old one. */
  | { t: 'restarted' }
  /** The recording has reached its size; nothing more is written. */
  | { t: 'recording-full' }
  | { t: 'viewers'; n: number }
  | { t: 'control'; who: Role }
  | { t: 'dropped'; bytes: number }

export const EXIT_REASONS = [
  'exit',
  'closed',
  'idle',
  'hard-limit',
  'memory',
  'cpu',
  'output',
  'archive-failed',
  'build-failed',
  'sandbox-failed',
  'shutdown',
  'killed',
  'abandoned',
  'violation',
] as const
/** The one reason why a session ended. */
export type ExitReason = (typeof EXIT_REASONS)[number]

/** Last message of a session, after its last byte of output. `ms` is its age; `detail` is for people. */
export type Exit = {
  reason: ExitReason
  code: number | null
  signal: string | null
  ms: number
  detail?: string
}

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isIntegerBetween = (value: unknown, min: number, max: number): value is number =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max
const isOffset = (value: unknown): value is number => isIntegerBetween(value, 0, 2 ** 32 - 1)
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value)
const isSeconds = (value: unknown): value is number => isIntegerBetween(value, 0, 86_400 * 7)
const isText = (value: unknown, max = 4000): value is string =>
  typeof value === 'string' && value.length <= max
const isRole = (value: unknown): value is Role => value === 'controller' || value === 'observer'
const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  list.includes(value as T)

const isCols = (value: unknown): value is number => isIntegerBetween(value, MIN_COLS, MAX_COLS)
const isRows = (value: unknown): value is number => isIntegerBetween(value, MIN_ROWS, MAX_ROWS)

const isResume = (value: unknown): value is ResumePoint =>
  isObject(value) &&
  isId(value.sid) &&
  isId(value.epoch) &&
  isOffset(value.out) &&
  isOffset(value.in)

export const isHello = (value: unknown): value is Hello =>
  isObject(value) &&
  value.v === PROTOCOL_VERSION &&
  isCols(value.cols) &&
  isRows(value.rows) &&
  (value.resume === undefined || isResume(value.resume))

const isWindow = (value: unknown): boolean =>
  isObject(value) && isOffset(value.high) && isOffset(value.low) && isOffset(value.ack)
const isLimits = (value: unknown): boolean =>
  isObject(value) &&
  isSeconds(value.idleS) &&
  isSeconds(value.maxS) &&
  isOffset(value.inputBytesPerS)

export const isWelcome = (value: unknown): value is Welcome =>
  isObject(value) &&
  value.v === PROTOCOL_VERSION &&
  isId(value.sid) &&
  isId(value.epoch) &&
  isRole(value.role) &&
  isCols(value.cols) &&
  isRows(value.rows) &&
  isOffset(value.out) &&
  isOffset(value.in) &&
  isWindow(value.window) &&
  isLimits(value.limits) &&
  isOneOf(['ring', 'snapshot', 'none'], value.replay)

const EVENTS: Record<TermEvent['t'], (value: Json) => boolean> = {
  stage: (value) => isOneOf(STAGES, value.stage),
  notice: (value) => isOneOf(['info', 'warning'], value.level) && isText(value.msg),
  expires: (value) =>
    isSeconds(value.inS) &&
    isOneOf(['idle', 'hard'], value.why) &&
    (value.canExtend === undefined || typeof value.canExtend === 'boolean'),
  extended: (value) => isSeconds(value.inS),
  restarted: () => true,
  'recording-full': () => true,
  viewers: (value) => isOffset(value.n),
  control: (value) => isRole(value.who),
  dropped: (value) => isOffset(value.bytes),
}

export const isTermEvent = (value: unknown): value is TermEvent =>
  isObject(value) &&
  typeof value.t === 'string' &&
  Object.hasOwn(EVENTS, value.t) &&
  EVENTS[value.t as TermEvent['t']](value)

export const isExit = (value: unknown): value is Exit =>
  isObject(value) &&
  isOneOf(EXIT_REASONS, value.reason) &&
  (value.code === null || isIntegerBetween(value.code, 0, 255)) &&
  (value.signal === null || isText(value.signal, 16)) &&
  isOffset(value.ms) &&
  (value.detail === undefined || isText(value.detail, 8000))
