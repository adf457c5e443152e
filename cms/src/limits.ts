// Tunables of the CMS process.

const MIB = 1024 * 1024

/** Largest file an owner may upload, in bytes. It is held in memory while it is checked. */
export const MAX_UPLOAD_BYTES = 64 * MIB
/** Largest upload request, in bytes: one file and the fields that come with it. */
export const MAX_UPLOAD_REQUEST_BYTES = MAX_UPLOAD_BYTES + MIB

/** Shortest password. NIST SP 800-63B asks for 15 without a second factor, ASVS 5.0 for 8; 12 is between. */
export const MIN_PASSWORD_CHARACTERS = 12
/** Longest password: hashing more than this costs time and adds nothing. */
export const MAX_PASSWORD_CHARACTERS = 256
/** Shortest word of a name or address that is looked for in its password, the characters that must remain beside such words, and the places where a row of neighbours may break. */
export const PASSWORD_RULES = { minOwnWord: 4, minBesideOwn: 8, maxBreaksOfRow: 2 } as const
export const SECOND_FACTOR = {
  /** Length of the shared secret, in bytes, and how long a code is good for, in seconds: what every app takes. */
  secretBytes: 20,
  stepS: 30,
  /** Steps before and after now that count as well, for clocks that differ. */
  window: 1,
  recoveryCodes: 10,
  recoveryLetters: 16,
  /** Wrong codes before no code counts, and for how long in milliseconds. */
  maxAttempts: 5,
  lockMs: 10 * 60_000,
} as const
/** Characters of a code as it is typed, hyphens and spaces included. */
export const MAX_LOGIN_CODE_CHARACTERS = 64
/** Body of a request about an account, in bytes. */
export const MAX_ACCOUNT_BODY_BYTES = 4096
/** How often it is noted that a login or a key is in use, in milliseconds, and of how many that is remembered. */
export const SEEN = { everyMs: 60_000, maxRemembered: 10_000 } as const
/** How long the link of a forgotten password works, and the pause between two mails, in milliseconds. */
export const FORGOT_PASSWORD = { expirationMs: 60 * 60_000, pauseMs: 60_000 } as const
/** Randomness of a program's key, and how many days one lasts. */
export const SERVICE_KEY_BYTES = 32
export const SERVICE_KEY_DAYS = { usual: 365, most: 730 } as const
/** Wrong passwords before an account is locked, and for how long in milliseconds. */
export const MAX_LOGIN_ATTEMPTS = 5
export const LOCK_TIME_MS = 10 * 60_000
/** How long a login lasts, in seconds. */
export const LOGIN_LIFETIME_S = 2 * 60 * 60

/** Levels of related documents a reader may ask for. Each level is a query per collection. */
export const MAX_DEPTH = 3

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
  /** Pages named in one message; a change that shows on more is everywhere. */
  maxRelated: 50,
} as const

/** Longest side of a stored picture, in pixels; larger ones are made smaller. */
export const MAX_IMAGE_SIDE = 3200
/** Pixels of a picture that is opened at all: a small file can hold a huge one. */
export const MAX_IMAGE_PIXELS = 60_000_000
/** Largest media files of each kind, in bytes. Of drawings it is `SVG.maxBytes`. */
export const MAX_MEDIA_BYTES = {
  image: 20 * MIB,
  video: MAX_UPLOAD_BYTES,
  pdf: 20 * MIB,
} as const
/** Widths in which pictures are offered, in pixels, each in WebP and AVIF. */
export const IMAGE_WIDTHS = { small: 480, medium: 960, large: 1600 } as const
/** Of AVIF: an effort of 4, which is usual, takes half a minute for the largest width where 1 takes a second. */
export const AVIF = { quality: 55, effort: 1 } as const
export const WEBP = { quality: 82 } as const
/** The blur shown until a picture has loaded: longest sides in pixels, the first that is short enough, in characters. */
export const BLUR = { sides: [16, 10, 6], quality: 30, maxLength: 200 } as const
/** Pictures converted at the same time. Each takes a thread of the four that logins and files need as well. */
export const MAX_CONVERSIONS = 2

export const ORPHANS = {
  /** Uploads are written in seconds; what no row names after this long belongs to none that still runs. Milliseconds. */
  graceMs: 60 * 60_000,
  /** When files that no row names are deleted, in the server's time zone; it is also done whenever the CMS starts. */
  cron: '40 3 * * *',
  /** Names looked up in the database at a time. */
  batch: 100,
  /** Files of one collection deleted in one run. */
  perRun: 1000,
} as const

export const BUCKET = {
  /** An answer must come within this, in milliseconds: sooner than the database ends a transaction that waits for it. */
  deadlineMs: 25_000,
  /** Tries of one question, the first included. */
  attempts: 2,
  /** Objects listed at a time. */
  pageSize: 1000,
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

export const DIAGRAM = {
  /** Longest mermaid or plain text source. */
  maxSourceCharacters: 20_000,
  /** Largest drawing, and largest SVG that is kept as a diagram's source. */
  maxDrawingCharacters: 256 * 1024,
  /** Clean drawings that are known again without looking through them, by a hash of 44 characters each. */
  rememberedDrawings: 500,
  /** Pause in writing after which the preview is drawn, in milliseconds; shorter than that of autosave. */
  previewPauseMs: 400,
  /** How often somebody looks for diagrams to draw, and how many documents are drawn in one look. */
  cron: '*/10 * * * * *',
  documentsAtOnce: 5,
  /** Time for the server's browser to start, and for one drawing in it, in milliseconds. */
  startTimeoutMs: 20_000,
  drawTimeoutMs: 10_000,
  /** Memory of scripts in that browser, in MB. */
  browserHeapMb: 256,
  /** How often a drawing is put into a document that somebody saves at the same time. */
  maxStoreTries: 5,
  /** Retries of the job, the first after this long, in milliseconds. */
  maxRetries: 3,
  retryDelayMs: 5000,
} as const

/** Longest listing and longest README, in characters. */
export const MAX_CODE_CHARACTERS = 20_000
export const MAX_README_CHARACTERS = 100_000
/** Source of demos that visitors may read: largest file, all files of an archive, and archives kept unpacked in memory. Bytes. */
export const SOURCE = {
  maxFileBytes: 256 * 1024,
  maxTotalBytes: 4 * MIB,
  keptArchives: 4,
} as const
/** Longest path asked for in an archive, in characters. */
export const MAX_ARCHIVE_PATH = 1024
/** Rows of an archive's listing that the admin shows at once. */
export const LISTING_ROWS = 200

/** Of a drawing that is looked through at all. 5000 elements take half a second, in which nothing else is answered. */
export const SVG = {
  maxBytes: 512 * 1024,
  maxElements: 5000,
  maxDepth: 64,
  /** Of one element. Parsers look through all of them for each: ten thousand take seconds. */
  maxAttributes: 100,
  /** Elements once each `use` has been drawn: a small file can ask for millions. */
  maxDrawn: 20_000,
} as const

/** Body of a request that tries the rules of a guided demo, in bytes: twice what a demo may have in plain letters. */
export const MAX_TEST_BYTES = 96 * 1024

/** Objects and lists in each other of one field: many times what the deepest text on a page needs. */
export const MAX_DATA_DEPTH = 300
/** A text of the editor: nodes, nodes in nodes, and characters of its JSON, drawings of diagrams included. */
export const BODY = { maxNodes: 10_000, maxDepth: 20, maxCharacters: 4 * MIB } as const
/** Blocks of one page, and the characters of their JSON. */
export const MAX_LAYOUT_BLOCKS = 40
export const MAX_LAYOUT_CHARACTERS = 8 * MIB

/** Versions kept of each document, and how long typing must pause before a draft is saved, in milliseconds. */
export const MAX_VERSIONS = 50
export const AUTOSAVE_INTERVAL_MS = 800

/** What search engines show of a title and a description, in characters, and files, documents or addresses that are looked up for one document. */
export const CHECKLIST = {
  title: { min: 10, max: 60 },
  description: { min: 50, max: 160 },
  maxTargets: 300,
} as const

/** Marks of technologies that the admin gets at a time, and characters of what it looks for. */
export const ICONS = { portion: 24, maxQueryCharacters: 80 } as const

/** Refused plans are shown for this many days, and of so many on the dashboard. */
export const REFUSED_PLANS = { days: 30, listed: 10 } as const

export const PREVIEW = {
  /** How long a preview link works, in milliseconds. */
  lifetimeMs: 15 * 60_000,
  /** The link in the admin's frame stays the same for up to this, in milliseconds, and works for as much less. */
  steadyMs: 5 * 60_000,
  /** Body of a request for a link, in bytes. */
  maxBodyBytes: 1024,
} as const

/** Redirects that the site is told of, newest first: it holds them all in memory. */
export const MAX_SERVED_REDIRECTS = 1000

/** Logins and the like of one address: at once and per minute, and how many addresses are remembered. */
export const LOGIN_RATE = { burst: 20, perMinute: 20, maxAddresses: 10_000 } as const

export const AUDIT = {
  /** Characters kept of a value before and after a change, lines of one entry, and characters of all of them. */
  valueChars: 80,
  maxLines: 40,
  changesChars: 4000,
  /** After this without an entry, an editor who keeps typing gets another one, in milliseconds. */
  autosaveQuietMs: 30 * 60_000,
  /** Days that entries are kept. The database itself refuses less than the minimum. */
  defaultDays: 400,
  minDays: 30,
  maxDays: 3650,
  /** Server's time zone. */
  forgetCron: '40 3 * * *',
} as const

const DAY_MS = 24 * 60 * 60 * 1000

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

/** The public read API and its cache. */
export const PUBLIC_API = {
  /**
   * Answers kept in memory, of each kind apart: about one thing, as a list, to a search. `room`: bytes of all, of one, and how
   * many. `loads`: how many are read from the database at a time, and wait for their turn.
   */
  answers: {
    things: {
      room: { maxBytes: 16 * MIB, maxEntryBytes: 8 * MIB, maxEntries: 5000 },
      loads: { atOnce: 4, waiting: 200 },
    },
    lists: {
      room: { maxBytes: 4 * MIB, maxEntryBytes: MIB, maxEntries: 2000 },
      loads: { atOnce: 2, waiting: 200 },
    },
    searches: {
      room: { maxBytes: 2 * MIB, maxEntryBytes: MIB, maxEntries: 1000 },
      loads: { atOnce: 2, waiting: 50 },
    },
  },
  /** Documents inside others. */
  related: { room: { maxBytes: 8 * MIB, maxEntryBytes: 256 * 1024, maxEntries: 10_000 } },
  /** What lists are made of: what each says of a project. */
  summaries: {
    room: { maxBytes: 8 * MIB, maxEntryBytes: MIB, maxEntries: 20_000 },
    loads: { atOnce: 2, waiting: 200 },
  },
  /** What is known by heart of a collection, all of it together, and of how many documents at most. */
  lines: {
    room: { maxBytes: 32 * MIB, maxEntryBytes: 32 * MIB, maxEntries: 1 },
    loads: { atOnce: 1, waiting: 20 },
  },
  maxLines: 20_000,
  /** An answer is read anew after this long, in milliseconds, should the news of a change ever be lost. */
  keepMs: 5 * 60_000,
  /** Redis must answer within this time, and is left alone for the other when it does not, in milliseconds. */
  redisTimeoutMs: 100,
  redisPauseMs: 1000,
  /** Items of one page, at most and unless said, and the last page that can be asked for. */
  maxPageSize: 50,
  pageSize: 20,
  maxPage: 1000,
  /** Smallest answer that is worth compressing, in bytes. */
  minGzipBytes: 1024,
} as const

/** Search over what is published. */
export const SEARCH = {
  /** Longest question, in characters. */
  maxQuery: 100,
  maxPageSize: 20,
  pageSize: 10,
  maxPage: 20,
  /** Longest text that is indexed of one document, in characters; Postgres takes a megabyte of different words. */
  maxText: 100_000,
  /** Of the excerpt around what was found, in characters. */
  excerpt: 200,
  /** Documents that are indexed in one go. */
  batch: 50,
} as const

export const BACKUP = {
  /** Text of a table in one entry, in bytes; a single row may make it longer. */
  partBytes: 1024 * 1024,
  /** An entry that unpacks to more was not written by a backup, in bytes. */
  maxPartBytes: 256 * 1024 * 1024,
  /** The list of all entries, in bytes: about a million of them. */
  maxManifestBytes: 256 * 1024 * 1024,
} as const

/** What readers without an account may ask of the REST API at once. */
export const PUBLIC_READS = {
  /** Documents in one answer, and the last page of a list. */
  limit: 100,
  page: 1000,
  /** Comparisons in one question, how deep `and` and `or` are nested, values of one `in`, and characters of a value. */
  clauses: 20,
  whereDepth: 3,
  values: 100,
  valueChars: 200,
  /** Fields that order a list. */
  sorts: 3,
  /** Characters of the whole query. */
  queryChars: 4096,
} as const

/** What a request to the REST API may send beside files. */
export const REQUEST = {
  /** A document with a long text and its blocks is a tenth of it. */
  bytes: 2 * MIB,
  urlChars: 12_000,
  /** How deep values are nested: the editor's lists reach about 30. */
  depth: 64,
  /** Values in all. */
  parts: 100_000,
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
