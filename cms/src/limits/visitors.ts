// Bounds of what comes from visitors: counts of pages, and messages.
import { DAY_MS } from './units.ts'

/** What the site counts of its pages. */
export const PAGE_COUNTS = {
  /** One message: rows, views that one of them adds, and bytes of all. */
  maxRows: 1000,
  maxViews: 1_000_000,
  maxBodyBytes: 512 * 1024,
  /** As long as paths of the site, and host names, may be. */
  maxPathCharacters: 300,
  maxHostCharacters: 253,
  /** Days before and after now that a message may be about, and how long its id is known: longer than the site keeps it. */
  pastDays: 4,
  futureDays: 1,
  keptMessageDays: 7,
  /** Different pages, and different sites that link to them, of one day; what comes later is not kept. */
  maxNames: 5000,
  /** Two years can be compared month by month. */
  keptMonths: 25,
  forgetCron: '50 3 * * *',
  /** On the dashboard: days, and rows of a list. */
  shownDays: 30,
  shownNames: 10,
} as const

export const CONTACT = {
  /** Nobody reads and fills in a form faster, in milliseconds. */
  minFormAgeMs: 3000,
  /** A form left open longer has to be loaded again, in milliseconds. */
  maxFormAgeMs: DAY_MS,
  maxTokenCharacters: 100,
  /** RFC 5321, 4.5.3.1.3. */
  maxEmailCharacters: 254,
  minMessageCharacters: 10,
  /** Body of a message, in bytes: each of its characters may be written as an escape of six. */
  maxBodyBytes: 64 * 1024,
  /** Messages of one address, and of all together: at once and per minute. */
  rate: { burst: 5, perMinute: 0.2 },
  allRate: { burst: 60, perMinute: 5 },
  /** From this score of 100 on a message is kept apart. */
  spamScore: 60,
  /** How long messages are kept, in milliseconds. */
  keepMs: 365 * DAY_MS,
  keepSpamMs: 30 * DAY_MS,
  /** When the queue of mails is looked at, and when old messages are forgotten: five fields, the server's time zone. */
  mailCron: '* * * * *',
  forgetCron: '45 3 * * *',
  /** Messages mailed in one look. */
  mailsAtOnce: 20,
  /** The first retry after this, then twice as long each time, in milliseconds; 12 retries span two days. */
  firstRetryMs: 60_000,
  maxTries: 13,
  /** A mail server must answer within this, in milliseconds. */
  smtpTimeoutMs: 15_000,
} as const
