// Every bound and tunable of the plugin, with its unit and its reason. What both ends share is in the protocol's limits.ts.

const KIB = 1024
const MIB = 1024 * KIB

export const DAY_MS = 24 * 60 * 60 * 1000

/** A ticket has to survive one redirect-free round trip, not more, in seconds. */
export const TICKET_TTL_S = 30
/** Entropy of a ticket, in bytes. */
export const TICKET_BYTES = 32
/** Tickets kept in memory; with one visitor minting at the allowed rate this is never reached. */
export const MAX_MEMORY_TICKETS = 10_000
/** Claims that travel in one header of the grant, in bytes. Base64 makes them a third longer; the service takes 32 KiB. */
export const MAX_CLAIMS_BYTES = 20 * KIB
/** What a demo may take of that, in bytes; the rest is for the archive's address and the session's limits. */
export const MAX_DEMO_BYTES = 18 * KIB

/** Body of a ticket request, in bytes. */
export const MAX_BODY_BYTES = 1 * KIB
export const MAX_SLUG_CHARS = 200

/** Launches of one address: tokens at first and per minute after that. */
export const LAUNCH_RATE = { burst: 30, perMinute: 30 }
/** Launches of all addresses together: a crowd gets through, an army of addresses does not keep the CMS busy. */
export const ALL_LAUNCHES_RATE = { burst: 300, perMinute: 600 }
/** Upgrade attempts of one address: guessing tickets is hopeless, but costs store look-ups. */
export const UPGRADE_RATE = { burst: 60, perMinute: 60 }
/** Tickets to look on, and notices, of one address. A watcher whose connection breaks asks for another ticket. */
export const LOOK_ON_RATE = { burst: 30, perMinute: 30 }
export const NOTICE_RATE = { burst: 10, perMinute: 10 }
/** Body of a notice, in bytes: each of its characters may be written as an escape of six. */
export const MAX_NOTICE_BODY_BYTES = 2 * KIB
/** Addresses the in-memory limiter remembers of each kind of attempt. */
export const MAX_LIMITER_KEYS = 20_000

/** How long an archive may be fetched with one token, in seconds: a first build may wait in a queue. */
export const ARCHIVE_TOKEN_TTL_S = 120
/** Clocks of the service and this host may differ by this, in seconds. */
export const CLOCK_TOLERANCE_S = 5

/** How long a session waits for the return of its browser, in seconds: a lift ride, a change of network, a reload. */
export const GRACE_S = 60
/** Entropy of the key with which a browser comes back to its session, in bytes. */
export const SESSION_KEY_BYTES = 32

/** A place is held this long for a ticket that has not been used: exactly as long as the ticket lives, in seconds. */
export const RESERVATION_TTL_S = TICKET_TTL_S
/** A session that nobody has seen for this long is gone, in seconds: six looks of the watcher. */
export const LEASE_TTL_S = 30
/** Sessions that have ended, as remembered to tell how fast places become free. */
export const MAX_RECENT_ENDS = 32
/** How long those are remembered, in seconds: what was true yesterday tells nothing. */
export const RECENT_ENDS_TTL_S = 60 * 60

/** A service that has not announced itself for so long is not chosen any more, in milliseconds: two of its may be lost. */
export const HOST_TTL_MS = 15_000
/** Services that may announce themselves; each launch looks at all of them. */
export const MAX_HOSTS = 32
/** Entries of the list of addresses at which they may be. */
export const MAX_ALLOWED_SERVICES = 64
/** So long is it remembered when a service was last heard of, in milliseconds. */
export const HOST_MEMORY_MS = 60 * 60 * 1000
/** What ran on a service that was not heard of for so long, and that refuses connections, is over. Milliseconds. */
export const LOST_AFTER_MS = HOST_TTL_MS + 60_000
/**
 * The same without a word from it at all: a machine that is off, or a network that is cut. Far longer than a session waits
 * for its browser (`GRACE_S`), milliseconds.
 */
export const LOST_IN_SILENCE_MS = HOST_TTL_MS + 10 * 60_000
/** What it is worth that a service holds the project already: as much as this part of its capacity being free. */
export const WARM_WORTH = 0.25
/** With several replicas each looks this often at least, in milliseconds: one that died had sessions, and no lease may lapse. */
export const IDLE_WATCH_MS = 15_000

/** The service is asked this often which sessions run, while there are any, in milliseconds. */
export const WATCH_EVERY_MS = 5000
/** After a relay's report it is asked sooner, but reports of this time share one look, in milliseconds. */
export const WATCH_PAUSE_MS = 250
/** While a session is being taken down it is asked again after this, so that its place is free soon, in milliseconds. */
export const WATCH_ENDING_MS = 1000
/**
 * A session whose ticket was used this recently may not be listed by the service yet, in milliseconds: longer than the
 * relay tries to reach the service, and the list may be as old as an answer may take.
 */
export const UNLISTED_MS = 12_000
/** The database has so long to tell which demos may run; not to know is not to forbid. Milliseconds. */
export const DOCUMENTS_TIMEOUT_MS = 5000

/** Whoever holds a socket as an operator is looked up this often, in milliseconds … */
export const OPERATOR_EVERY_MS = 10_000
/** … the database has so long to answer, is asked again so soon when it does not, in milliseconds … */
export const OPERATOR_TIMEOUT_MS = 5000
export const OPERATOR_RETRY_MS = 2000
/**
 * … and without a good answer for so long the socket ends, in milliseconds: 30 s after a login was revoked at the latest,
 * for the last good answer may have taken its time.
 */
export const OPERATOR_UNKNOWN_MS = 30_000 - OPERATOR_TIMEOUT_MS

/** Sessions that are told to end at the same time; the service has few sockets to spare. */
export const ENDS_AT_ONCE = 8

/** Answers of the service's HTTP side: the time they may take, in milliseconds, and their size, in bytes. */
export const SERVICE_TIMEOUT_MS = 3000
export const MAX_SERVICE_ANSWER_BYTES = 1 * MIB
/** A first build, or all commands of a smoke run one after the other, in milliseconds. */
export const TRIAL_TIMEOUT_MS = 300_000
/** The archive of a trial may be fetched for as long, in seconds: the service tries one after the other. */
export const TRIAL_TOKEN_TTL_S = TRIAL_TIMEOUT_MS / 1000
/** Results of smoke runs are kept for so long, in milliseconds. */
export const SMOKE_RETENTION_MS = 90 * 24 * 60 * 60 * 1000
/** A nightly job is renewed before each of its steps; one that was not for so long died with its process. Milliseconds. */
export const STALE_JOB_MS = 3 * TRIAL_TIMEOUT_MS
/** Rows of past sessions are kept for so many days unless the host says otherwise; they are forgotten at night. */
export const HISTORY_DAYS = 90
export const FORGET_CRON = '30 3 * * *'
/** A look waits so long for what has ended to be kept; what takes longer goes on beside it. Milliseconds. */
export const COLLECT_TIMEOUT_MS = 4000
/** Sessions that one answer about ended ones may hold; the service tells 100 at once. */
export const MAX_ENDED_SESSIONS = 200
/** What visitors do before a launch is written together so often, in milliseconds … */
export const MOMENTS_EVERY_MS = 10_000
/** … of so many terminals at most, and of so many names that may be made up; a portfolio has fewer. */
export const MAX_COUNTED_PAGES = 500
/** A session that a database which takes others refused so often, a look apart, is passed over. */
export const MAX_KEEP_TRIES = 5
/** Moments of one address: a page sends a few. */
export const MOMENT_RATE = { burst: 60, perMinute: 60 }
/** Addresses of sessions that may not have been kept yet. */
export const MAX_KNOWN_SESSIONS = 4000
/** Commands that one day of one demo counts by name. */
export const MAX_COUNTED_COMMANDS = 100
/** How often a day's sums are tried again because another replica changed them in between. */
export const MAX_DAY_TRIES = 20
/** Upper bounds of the buckets that start times are counted in, in milliseconds; what is above the last has one of its own. */
export const START_BUCKETS_MS = [
  50, 75, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000, 5000, 10_000, 30_000,
  60_000, 120_000, 240_000,
] as const
/** Everyone may ask for the last runs; the database is asked so often, in milliseconds. */
export const SMOKE_TTL_MS = 60_000
/** Sessions that one answer may list; far above any capacity. */
export const MAX_LISTED_SESSIONS = 2000

/** One recording as asciicast, in bytes: what the service writes at most. It bounds the events, too: a line has 20 bytes. */
export const MAX_CAST_BYTES = 16 * MIB
/** The longest session, with one extension of its time; milliseconds. */
export const MAX_CAST_MS = 5 * 60 * 60 * 1000
/** Text of one event or of a header's title, in characters: the service writes far shorter ones. */
export const MAX_CAST_TEXT_CHARS = 1 * MIB
export const MAX_CAST_TITLE_CHARS = 500
/** Demos are watched by people in a hurry: nothing happens for no longer than this, in milliseconds. */
export const MAX_IDLE_GAP_MS = 2000
/** A recording is fetched from next door, and parsed by nobody else meanwhile, in milliseconds. */
export const RECORDING_TIMEOUT_MS = 30_000
/** An operator's recording that nobody saves is thrown away after this, in milliseconds. */
export const UNSAVED_RECORDING_MS = 24 * 60 * 60 * 1000
/** A session that is over and has no recording may still be on its way to one for so long, in milliseconds. */
export const MISSING_RECORDING_MS = 10 * 60 * 1000
/** Records of those that are waited for, read at the same time: the database has few connections, and others need them. */
export const PENDING_AT_ONCE = 8
/** A service keeps recordings for 30 days itself; after so long it is not asked any more, in milliseconds. */
export const LOST_RECORDING_MS = 31 * 24 * 60 * 60 * 1000
/** Whoever saves a recording may be faster than the service is with the end of its session, in milliseconds. */
export const RECORDING_WAIT_MS = 5000
export const RECORDING_ASK_EVERY_MS = 200
/** Visitors' recordings are fetched, and those whose time is over deleted, by this clock: five fields. */
export const RECORDINGS_CRON = '*/5 * * * *'
/** Published recordings that one address may ask for: they are the largest answers that everyone gets. */
export const RECORDING_RATE = { burst: 60, perMinute: 60 }
/** Answers with published recordings that are kept ready, in bytes: a few of the largest, all of the usual. */
export const MAX_READY_BYTES = 64 * MIB
/** A published recording may be shown for so long after it was withdrawn, in seconds. */
export const RECORDING_MAX_AGE_S = 60
/** A screen that stood still this long could be read, in milliseconds; the longest such pauses are compared. */
export const POSTER_PAUSE_MS = 250
export const MAX_POSTER_PAUSES = 50
/**
 * Rendering takes this long at most, in milliseconds, half of it to find the screen and half to come back to it, in pieces
 * of so many characters: what came out by then is the poster.
 */
export const MAX_POSTER_MS = 10_000
export const POSTER_PIECE_CHARS = 32 * KIB
/** Poster of a recording, in characters: it is part of a page. Colours are left out before text is. */
export const MAX_POSTER_CHARS = 128 * KIB

/** One health check serves all launches of this time, in milliseconds. */
export const HEALTH_TTL_MS = 1000
export const HEALTH_TIMEOUT_MS = 1500
export const MAX_HEALTH_BYTES = 64 * KIB
/** The public status page may be polled; the global is read at most this often for it, in milliseconds. */
export const STATUS_TTL_MS = 1000

/** Redis must answer within this time; a launch is refused rather than left hanging, in milliseconds. */
export const REDIS_TIMEOUT_MS = 2000
/** A connection that is closed gets so long to end, in milliseconds; one that broke before keeps the process for as long. */
export const REDIS_DISCONNECT_MS = 250

/** A refused socket gets this long to read its answer, in milliseconds. */
export const REFUSAL_TIMEOUT_MS = 2000

/** Bounds no demo may exceed, whatever its document says. The service has its own and clamps again. */
export const SESSION_MAXIMA = {
  idleS: 60 * 60,
  maxS: 4 * 60 * 60,
  memoryBytes: 2048 * MIB,
  diskBytes: 1024 * MIB,
  processes: 256,
}

export const RELAY = {
  /** Sockets in the relay at the same time. */
  maxConnections: 1024,
  /** The service is next door: it accepts at once or not at all, in milliseconds. */
  connectTimeoutMs: 2000,
  /** From request to the end of the service's response head, in milliseconds. */
  handshakeTimeoutMs: 5000,
  /** Response head of the service, in bytes. */
  maxHeadBytes: 8 * KIB,
  /** One side has ended; the other may still flush for this long, in milliseconds. */
  lingerMs: 5000,
  /** The service pings every 20 s and drops dead peers itself; this is the backstop, in milliseconds. */
  idleTimeoutMs: 120_000,
  /** Pause before a crashed relay is started again: first, and at most, in milliseconds. */
  restartMs: 100,
  maxRestartMs: 5000,
  /** A relay that ran this long starts over with the first pause, in milliseconds. */
  stableMs: 30_000,
  /** A relay that does not end by itself is killed after this, in milliseconds. */
  stopTimeoutMs: 2000,
} as const

/** Visitors who wait for a terminal, in all: enough for any portfolio, and one script in Redis may look at each of them. */
export const MAX_QUEUE = 200
/** Places of one address at the same time: a second tab may wait as well. */
export const MAX_PLACES_PER_ADDRESS = 2
/** A place that nobody follows is given up after this, in seconds: a reload or a change of network fits in. */
export const PLACE_GRACE_S = 15
/** Followed places are confirmed this often, in seconds; two confirmations may be lost within the grace. */
export const QUEUE_TICK_S = 5
/** No stream is silent for longer, in seconds; proxies cut idle answers after 30 to 60. */
export const QUEUE_HEARTBEAT_S = 15
/** One stream lasts this long, in seconds; the browser then follows again. */
export const MAX_FOLLOW_S = 15 * 60
/** Streams of one process; more than there are places, unless the queue is configured larger. */
export const MAX_FOLLOWERS = 250
/** Events that wait for a slow reader; after that it counts as gone. */
export const MAX_WAITING_EVENTS = 64
/** Whose turn it is gets a ticket within this time or an error, in seconds. */
export const TURN_TIMEOUT_S = 8
/** A replica that dies during a turn holds up the others for this long, in seconds; longer than any turn. */
export const TURN_LEASE_S = 15
/** Room that was freed without a word is looked for this often, in seconds, by one replica at a time. */
export const FULL_RETRY_S = 5
/** Requests of one address to follow a place. */
export const FOLLOW_RATE = { burst: 20, perMinute: 30 }
/** An estimate needs this many ends of sessions, and looks at no more than these, none older than this in seconds. */
export const ESTIMATE = { minEnds: 4, maxEnds: 20, windowS: 60 * 60 }
