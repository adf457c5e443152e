// Every bound and tunable of this process, with its unit and its reason. What both ends share is in the protocol's limits.ts.
import type { SandboxLimits } from './sandbox/types.ts'

const KIB = 1024
const MIB = 1024 * KIB

/** Grants carry the demo's welcome text and build command in one header, so the service takes larger ones. */
export const MAX_HTTP_HEADER_BYTES = 32 * KIB
/** A request has no body here; one that is not complete by then is not ours. */
export const HTTP_REQUEST_TIMEOUT_MS = 10_000
/** Sockets above the capacity: health checks and launches that are about to be refused. */
export const SPARE_CONNECTIONS = 64
/** How far the clocks of the CMS and this host may be apart, in seconds. */
export const CLOCK_TOLERANCE_S = 5

/** An announcement that the CMS has not taken by then has failed, in milliseconds. */
export const ANNOUNCE_TIMEOUT_MS = 3000
/** Pauses between announcements differ by so much of themselves, so that services do not fall into step. */
export const ANNOUNCE_JITTER = 0.2

/** A message of a browser comes in one frame; a few more are tolerated, a stream of tiny ones is an attack. */
export const MAX_FRAGMENTS = 16
export const MAX_BUFFERED_CHUNKS = 256
/** Quiet proxies cut idle sockets after 60 s: ping well before, in milliseconds. */
export const PING_EVERY_MS = 20_000
/** Two pings unanswered and a little more: the browser is gone, in milliseconds. */
export const DEAD_AFTER_MS = 45_000
/** How long a peer may take to answer our close frame, in milliseconds. */
export const CLOSE_TIMEOUT_MS = 3000

/** Frames of one browser; a fast typist with ACKs and resizes stays below a tenth. */
export const FRAME_RATE = { perSecond: 200, burst: 400 }
/** Bytes typed or pasted. */
export const INPUT_RATE = { perSecond: 64 * KIB, burst: 256 * KIB }

/** Typed or pasted and not yet read by the program: as much as the burst allows. Bytes. */
export const MAX_QUEUED_INPUT_BYTES = INPUT_RATE.burst
/** A program that does not read is offered its input again after this, in milliseconds. */
export const INPUT_RETRY_MS = 10

/** Output waits this long for more, so that a flood travels in large frames, in milliseconds. */
export const COALESCE_MS = 4
/**
 * … and no longer than for so many bytes: while a larger frame is written, the program's terminal is not read, and one of
 * 64 KiB costs a tenth of the speed. Bytes.
 */
export const FLUSH_BYTES = 12 * KIB
/** Memory of one output frame that is used again: a full frame, one read more and the head. Bytes. */
export const FRAME_MEMORY_BYTES = FLUSH_BYTES + 8 * KIB
/** So much of it is kept between floods: a megabyte and a quarter. Frames. */
export const MAX_SPARE_FRAMES = 64
/** For this long after a key stroke output does not wait: it is the echo, in milliseconds. */
export const ECHO_WINDOW_MS = 40
/** Second guard behind the acknowledged window: a browser that acknowledges what it never read. Bytes. */
export const SOCKET_HIGH_BYTES = MIB
export const SOCKET_LOW_BYTES = 256 * KIB
/** How often the browser is told what input has arrived, in milliseconds. */
export const INPUT_ACK_EVERY_MS = 1000
/** Sizes are applied to the terminal at most this often, the last one wins, in milliseconds. */
export const RESIZE_EVERY_MS = 50
/** A program has ended but the browser has not parsed its output: wait this long, in milliseconds. */
export const DRAIN_TIMEOUT_MS = 10_000
/** A visitor is warned this long before a session ends by itself, in milliseconds. */
export const EXPIRES_WARNING_MS = 60_000
/** Output kept for browsers that come back, per session. Bytes. */
export const RING_BYTES = 256 * KIB
/** What a program may print over a session's life: a flood that nobody stops is slowed, never cut. Bytes. */
export const OUTPUT_RATE = { perSecond: 8 * MIB, burst: 512 * MIB }
/** The same while no browser is there: it must not hang, and need not be fast. */
export const DETACHED_OUTPUT_RATE = { perSecond: MIB, burst: MIB }
/** A browser that parses nothing for so long is told that its program waits … in milliseconds. */
export const SILENCE_NOTICE_MS = 30_000
/** … and then taken for gone. */
export const SILENCE_DETACH_MS = 120_000
/** How much the one extension adds at most, in milliseconds. */
export const EXTENSION_MS = 15 * 60_000
/** Sandboxes made anew in one session. */
export const RESTART_RATE = { perSecond: 1 / 20, burst: 3 }
/** Browsers at one session, its controller included. */
export const MAX_VIEWERS = 8
/** An observer that cannot follow a flood sees the screen this often, in milliseconds. */
export const OBSERVER_SNAPSHOT_MS = 500
/** Lines above the screen in a snapshot. */
export const SNAPSHOT_SCROLLBACK = 200
/** A snapshot that takes longer is replaced by the raw output, in milliseconds. */
export const SNAPSHOT_TIMEOUT_MS = 3000
/** Sandboxes that are being made at the same time on this host: more would only slow each other and every echo. */
export const MAX_STARTS = 3
/** From HELLO to the prompt, a first build included, in milliseconds. */
export const START_TIMEOUT_MS = 240_000
/** Longest `detail` of an EXIT message, in characters. */
export const MAX_EXIT_DETAIL_CHARS = 4000

/** What a grant may ask for at most. */
export const SESSION_MAXIMA = {
  idleS: 3600,
  maxS: 4 * 3600,
  graceS: 600,
  memoryBytes: 2048 * MIB,
  diskBytes: 1024 * MIB,
  processes: 256,
}
/** Files and folders of one session: far more than a project has, far fewer than would hurt the kernel. */
export const SESSION_INODES = 16_384
/** CPU time of one process in a session, in seconds. */
export const SESSION_CPU_S = 600

/** Sessions that ended, as remembered until the CMS has asked for them. */
export const MAX_ENDED_SESSIONS = 1000
/** Their file holds twice as many at most, of the longest names; more is not ours, in bytes. */
export const MAX_ENDED_FILE_BYTES = 32 * MIB
/** … and told at once: with the most commands, well below a megabyte. */
export const MAX_ENDED_PER_ANSWER = 100
/** Commands of one guided session that are counted by their name, and the length of one in characters. */
export const MAX_COMMAND_NAMES = 16
export const MAX_COMMAND_NAME_CHARS = 80

/** The CMS, a bucket or two, and their old addresses during a move. */
export const MAX_ARCHIVE_ORIGINS = 8
/** Largest archive that is fetched, in bytes. */
export const MAX_ARCHIVE_BYTES = 64 * MIB
/** From request to last byte of an archive, in milliseconds. */
export const ARCHIVE_TIMEOUT_MS = 30_000

export const BUILD_TIMEOUT_MS = 120_000
/** Builds that run at the same time on this host; further ones wait. */
export const MAX_BUILDS = 2
/** Tail of a failed build that is shown, in bytes. */
export const MAX_BUILD_LOG_BYTES = 64 * KIB
/** A failed build is not tried again for this long, in milliseconds: launches must not become a load. */
export const BUILD_FAILURE_TTL_MS = 30_000
/** Bounds of the sandbox in which a project is built. */
export const BUILD_LIMITS: SandboxLimits = {
  memoryBytes: 1024 * MIB,
  diskBytes: 512 * MIB,
  inodes: 32_768,
  processes: 128,
  cpuSeconds: 120,
}

/** Built projects kept on disk: least recently used go first, those in use never. */
export const MAX_WORKSPACES = 64
export const MAX_WORKSPACES_BYTES = 4096 * MIB
/** Nobody has launched it for this long: it is made again when somebody does. Milliseconds. */
export const MAX_WORKSPACE_AGE_MS = 30 * 24 * 60 * 60 * 1000
/** Logs of builds that failed, newest first; they go at the age of a workspace, too. */
export const MAX_FAILURE_LOGS = 64

// Recordings.
/** One session's asciicast; what comes after is not kept, and the cast says so. Bytes. */
export const MAX_RECORDING_BYTES = 16 * MIB
/** As long as the longest session. Milliseconds. */
export const MAX_RECORDING_MS = SESSION_MAXIMA.maxS * 1000
/** Lines of a recording are written once there are so many bytes … */
export const RECORDING_FLUSH_BYTES = 64 * KIB
/** … or after this, in milliseconds: a crash loses no more. */
export const RECORDING_FLUSH_MS = 1000
/** Not yet taken by the disk: a recording stops rather than fill the memory. Bytes. */
export const MAX_RECORDING_PENDING_BYTES = 4 * MIB
/** Finished recordings kept on disk: the oldest go first. */
export const MAX_RECORDINGS_BYTES = 1024 * MIB
export const MAX_RECORDING_AGE_MS = 30 * 24 * 3600 * 1000

// Smoke runs.
/** One command of a smoke run, in milliseconds: demos answer in seconds. */
export const SMOKE_COMMAND_TIMEOUT_MS = 20_000
/** All commands of a run together, in milliseconds. */
export const SMOKE_TIMEOUT_MS = 180_000
/** From the sandbox to the first prompt, in milliseconds. */
export const SMOKE_START_TIMEOUT_MS = 15_000
/** A program that has printed what was expected may go on for this long before Ctrl-C, in milliseconds. */
export const SMOKE_LINGER_MS = 2000
/** How long a program may take to end after each key that asks it to, in milliseconds. */
export const SMOKE_INTERRUPT_GRACE_MS = 1500
/** A command that prints more is stopped. Bytes. */
export const MAX_SMOKE_OUTPUT_BYTES = 32 * MIB
/** The last of each command's output that is reported, in characters. */
export const SMOKE_TAIL_CHARS = 4000
export const MAX_SMOKE_TRANSCRIPT_BYTES = 512 * KIB
/** Smoke runs at the same time, beside the sessions; and how many may wait. */
export const MAX_SMOKE_RUNS = 1
export const MAX_SMOKE_WAITING = 4

// Readiness.
/** Below this a project can no longer be prepared safely, in free bytes of the state folder's file system. */
export const MIN_FREE_DISK_BYTES = 256 * MIB

/** Rules and suggested commands of one demo, as a grant carries them. */
export const MAX_RULES = 64
export const MAX_SUGGESTIONS = 64

// Guided demos.
/** A pattern of a rule, in characters: what does not fit is better written as two rules. */
export const MAX_PATTERN_CHARS = 200
/** Instructions of a compiled pattern: matching takes at most so many steps for each character. */
export const MAX_PATTERN_STEPS = 2000
/** Longest name of a program in a rule, in characters. */
export const MAX_PROGRAM_CHARS = 200
/** Words after the program in one line. */
export const MAX_GUIDED_ARGUMENTS = 64
/** One line of a guided demo, in bytes. */
export const MAX_GUIDED_LINE_BYTES = 4096
/** Lines that the arrow keys bring back. */
export const MAX_GUIDED_HISTORY = 100

// Programs of a guided session.
/** One program's name and arguments, their separators included. A pipe takes so much whole or not at all. Bytes. */
export const MAX_ARGV_BYTES = 4000
/** The program's name included. */
export const MAX_ARGV_WORDS = 128
