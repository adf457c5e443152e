// Bounds of an archive. Whoever reads one says which set applies.

export type ArchiveLimits = {
  /** Files, folders and links together. */
  maxEntries: number
  /** All files unpacked, hard links counted as copies. */
  maxUnpackedBytes: number
  /** Unpacked size over archive size, looked at above `RATIO_FLOOR_BYTES`. */
  maxRatio: number
  /** For all of its reading, what is done with the content included. Milliseconds. */
  deadlineMs: number
}

/** Source code compresses 3 to 10 times; whatever exceeds a hundred times is made to exhaust its reader. */
export const UPLOAD_LIMITS: ArchiveLimits = {
  maxEntries: 8000,
  maxUnpackedBytes: 96 * 1024 * 1024,
  maxRatio: 100,
  // The largest takes a few; the database ends a transaction that waits for longer than 30.
  deadlineMs: 25_000,
}

/** The same archives where they are unpacked, onto a disk that others use as well. */
export const UNPACK_LIMITS: ArchiveLimits = { ...UPLOAD_LIMITS, deadlineMs: 60_000 }

/** Results of a build: a plain tar, so there is nothing to inflate. */
export const BUILD_RESULT_LIMITS: ArchiveLimits = {
  maxEntries: 12_000,
  maxUnpackedBytes: 192 * 1024 * 1024,
  maxRatio: Number.POSITIVE_INFINITY,
  deadlineMs: 60_000,
}

/** Archives that unpack to less cannot hurt, whatever their ratio. Bytes. */
export const RATIO_FLOOR_BYTES = 4 * 1024 * 1024

export const MAX_PATH_BYTES = 1024
export const MAX_NAME_BYTES = 255
export const MAX_DEPTH = 32
/** Longest target of a symbolic link, in bytes. */
export const MAX_LINK_BYTES = 1024
/** Extended fields of one tar entry, those of all entries included: dates, a long path, attributes. */
export const MAX_PAX_FIELDS = 256
/** What a tar may spend on one entry besides its content: header, padding, extended fields, a long name. Bytes. */
export const HEADER_BYTES_PER_ENTRY = 4096
/** Headers of a tar beyond that, and the zeros at its end, which some writers round up to a megabyte. Bytes. */
export const MAX_SPARE_HEADER_BYTES = 2 * 1024 * 1024
