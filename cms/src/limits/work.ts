// Bounds of what the process does by itself: database connections, messages to the site, jobs, health, backups, imports.
import { DAY_MS, MIB } from './units.ts'

/** Database connections of one CMS process, and the bounds on waiting for and holding one, in milliseconds. */
export const POOL = {
  max: 12,
  connectionTimeoutMillis: 5000,
  idleTimeoutMillis: 20_000,
  statement_timeout: 30_000,
  query_timeout: 35_000,
  idle_in_transaction_session_timeout: 30_000,
} as const

export const OUTBOX = {
  /** How often the worker looks whether a transaction has ended, in milliseconds. */
  commitPollMs: 5,
  /** How often it looks for messages that are due again, in milliseconds. */
  sweepMs: 2000,
  /** A transaction that takes longer is left to that look, in milliseconds. */
  commitDeadlineMs: 30_000,
  /** The row shows up a moment after the transaction ends: pauses between looks, in milliseconds. */
  visibilityPausesMs: [0, 10, 20, 40, 80, 160],
  /** The site must answer within this time, in milliseconds. */
  requestTimeoutMs: 5000,
  /** Messages taken, and sent at the same time, in one go. */
  batch: 8,
  /** First retry after this long, then twice as long each time up to the bound, in milliseconds. */
  retryDelayMs: 500,
  maxRetryDelayMs: 2 * 60 * 60_000,
  /** Part of a pause by which it may be shorter or longer: what failed together does not come back together. */
  retryJitter: 0.2,
  /** Tries before a message is given up: with these pauses more than half a day. */
  maxAttempts: 24,
  /** What a process took and did not settle within this time is taken by another, in milliseconds. */
  leaseMs: 60_000,
  /** Settled messages are kept this many days, and not more of them than this. */
  keptDays: 30,
  keptRows: 2000,
  /** How often older ones are deleted, in milliseconds. */
  pruneEveryMs: 10 * 60_000,
  /** Messages that one request of an owner sends again. */
  maxRetried: 500,
  /** A message that an owner sends again is looked at this often, for this long, until it has been tried, in milliseconds. */
  followEveryMs: 400,
  followForMs: 15_000,
  /** Pages named in one message; a change that shows on more is everywhere. */
  maxRelated: 50,
} as const

export const JOBS = {
  /** A job that runs longer died with its process, in milliseconds; drawing many diagrams takes longer. */
  maxRunMs: 3 * 60_000,
  maxDrawRunMs: 15 * 60_000,
  /** How often somebody looks for such jobs. */
  rescueCron: '* * * * *',
  /** Times that a job may end the process before it is given up. */
  maxTries: 5,
} as const

export const HEALTH = {
  /** How often everything is looked at, and when such a look died with its process, in milliseconds. */
  cron: '* * * * *',
  staleMs: 3 * 60_000,
  /** Whatever does not answer within this is away; a database that needs longer than the other is slow. Milliseconds. */
  deadlineMs: 5000,
  slowDatabaseMs: 1000,
  /** What stays the same is written an hour after it was last, in milliseconds: a look or two early. */
  heartbeatMs: 59 * 60_000,
  /** Rows are kept this many days, and not more of them than this. */
  keptDays: 30,
  keptRows: 5000,
  /** Longer after the last look nobody knows how things are, in milliseconds. */
  believedMs: 5 * 60_000,
  /** How long one answer serves everyone, in milliseconds, and how many demos it names. */
  statusTtlMs: 10_000,
  shownDemos: 100,
} as const

export const BACKUP = {
  /** Text of a table in one entry, in bytes; a single row may make it longer. */
  partBytes: 1024 * 1024,
  /** An entry that unpacks to more was not written by a backup, in bytes. */
  maxPartBytes: 256 * 1024 * 1024,
  /** The list of all entries, in bytes: about a million of them. */
  maxManifestBytes: 256 * 1024 * 1024,
} as const

/** Reading what a former system exported. */
export const IMPORT = {
  maxFileBytes: 32 * MIB,
  maxRows: 5000,
  /** Lists and objects in each other in one row. */
  maxDepth: 40,
  /** Entries of one list that are looked at; what has no room in its field is reported. */
  maxItems: 500,
  /** Longest Markdown that becomes a text of the editor, in characters. */
  maxMarkdown: 40_000,
  /** Characters of a value that the report shows, and notes on one row. */
  shownCharacters: 80,
  maxNotes: 200,
} as const

/** What GitHub is asked for. */
export const ACTIVITY = {
  /** Four times a day, in the server's time zone. */
  cron: '20 */6 * * *',
  timeoutMs: 10_000,
  /** A year of days is 20 KB. */
  maxBytes: 256 * 1024,
  maxWeeks: 54,
  maxCount: 100_000,
  /** What is older is told to nobody, in milliseconds. */
  believedMs: 7 * DAY_MS,
} as const
