// Bounds of what may be read, by whom it may: depth, pages, searches, and what is kept in memory for it.
import { MIB } from './units.ts'

/** Levels of related documents a reader may ask for. Each level is a query per collection. */
export const MAX_DEPTH = 3
/** Redirects that the site is told of, newest first: it holds them all in memory. */
export const MAX_SERVED_REDIRECTS = 1000

/** The public read API and its cache. */
export const PUBLIC_API = {
  /**
   * Answers kept in memory, of each kind apart: about one thing, as a list, of source code, to a search. `room`: bytes of all, of one, and how
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
    /** Trees and files of demos: as many as archives hold, so they take no place of documents. */
    sources: {
      room: { maxBytes: 12 * MIB, maxEntryBytes: 4 * MIB, maxEntries: 1000 },
      loads: { atOnce: 2, waiting: 50 },
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
  /** What is in the archives whose source was asked for last. */
  listings: {
    room: { maxBytes: 8 * MIB, maxEntryBytes: 4 * MIB, maxEntries: 50 },
    loads: { atOnce: 2, waiting: 50 },
  },
  /** Of one tree: files and folders that are told, the rest is only counted, and characters of all their paths. */
  tree: { maxEntries: 5000, maxCharacters: 500_000 },
  /** The same lines in the words of other languages, all of a collection together. */
  texts: {
    room: { maxBytes: 32 * MIB, maxEntryBytes: 32 * MIB, maxEntries: 4 },
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
