// Bounds of what is uploaded, of the pictures that are made of it, and of where it lies.
import { MIB } from './units.ts'

/** Largest file an owner may upload, in bytes. It is held in memory while it is checked. */
export const MAX_UPLOAD_BYTES = 64 * MIB
/** Largest upload request, in bytes: one file and the fields that come with it. */
export const MAX_UPLOAD_REQUEST_BYTES = MAX_UPLOAD_BYTES + MIB
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

/** Captions of a video in one language: three hours of talk. */
export const CAPTIONS = { maxCharacters: 200_000 } as const

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
  /** An answer that has begun and brings nothing for this long is given up, in milliseconds; who reads slowly asks again. */
  stallMs: 60_000,
  /** Tries of one question, the first included. */
  attempts: 2,
  /** Objects listed at a time. */
  pageSize: 1000,
} as const

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
