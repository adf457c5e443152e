// The log of this process: JSON lines of a few known fields. What visitors type, tickets, grants and environments have no field.
import { types } from 'node:util'
import type { ExitReason, ProblemCode } from '@shellfolio/protocol'
import { type DestinationStream, destination as openDestination, pino } from 'pino'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** How a build or a smoke run went. `interrupted`: the service stopped; `abandoned`: whoever asked has gone. */
export type Outcome =
  | 'ok'
  | 'failed'
  | 'archive-failed'
  | 'build-failed'
  | 'interrupted'
  | 'abandoned'
  | 'error'

/** All that may be said of a session, a build or a smoke run. */
export type SessionFields = {
  sid?: string
  demo?: string
  code?: ProblemCode | number
  reason?: ExitReason | 'size limit' | 'time limit'
  bytes?: number
  bytesIn?: number
  bytesOut?: number
  ms?: number
  outcome?: Outcome
  /** Of a workspace: its folder, and the file of its log, are called so. */
  key?: string
  passed?: number
  failed?: number
}

export type SessionEvent =
  | 'session started'
  | 'prompt shown'
  | 'session detached'
  | 'session resumed'
  | 'session ended'
  | 'session refused'
  | 'recording finished'
  | 'recording stopped'
  | 'build ended'
  | 'smoke run ended'

export type SessionLog = (event: SessionEvent, fields?: SessionFields) => void

export type Log = {
  session: SessionLog
  /** Something about the process itself, in words of ours. */
  note: (message: string) => void
  warn: (message: string) => void
  /** A fault of ours, with its stack. */
  fault: (error: unknown) => void
}

const FIELDS = [
  'sid',
  'demo',
  'code',
  'reason',
  'bytes',
  'bytesIn',
  'bytesOut',
  'ms',
  'outcome',
  'key',
  'passed',
  'failed',
] as const

/** A second guard behind the types: these never reach a line, however they got into it. */
const REDACTED = ['token', 'ticket', 'grant', 'env', 'password', 'secret', 'headers', 'cookie']

const MAX_CAUSES = 4

/** Only what says where it went wrong: libraries hang requests, arguments and environments on their errors. */
const describe = (error: unknown, depth = 0): Record<string, unknown> => {
  if (!types.isNativeError(error)) return { message: `not an error: ${typeof error}` }
  const { name, message, stack, cause } = error
  return {
    name,
    message,
    stack,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(cause !== undefined && depth < MAX_CAUSES ? { cause: describe(cause, depth + 1) } : {}),
  }
}

const allowed = (fields: SessionFields): SessionFields =>
  Object.fromEntries(
    FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  )

/** Writes to standard output at once: the last line before a crash is the one that is needed. */
export const createLog = ({
  level = 'info',
  destination = openDestination({ dest: 1, sync: true }),
}: {
  level?: LogLevel
  destination?: DestinationStream
} = {}): Log => {
  const logger = pino(
    {
      level,
      base: { service: 'terminal' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: REDACTED.flatMap((name) => [name, `*.${name}`]),
        censor: '[redacted]',
      },
    },
    destination,
  )
  return {
    session: (event, fields = {}) => logger.info(allowed(fields), event),
    note: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
    fault: (error) => logger.error({ error: describe(error) }, 'fault'),
  }
}
