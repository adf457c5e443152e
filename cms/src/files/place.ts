// Where the uploaded files of one collection lie: a folder of this machine, or a part of the bucket.
import type { Readable } from 'node:stream'

export type NewFile = { name: string; type: string; data: Buffer }
export type StoredFile = { name: string; modifiedMs: number }
/** Bytes of a file, both ends included. */
export type Range = { start: number; end: number }

export type Place = {
  /** All of them or, as far as the storage lets us, none. They survive a crash once this resolves. */
  store: (files: readonly NewFile[]) => Promise<void>
  /** `undefined` for what is not there. */
  find: (name: string) => Promise<{ bytes: number; etag: string } | undefined>
  read: (name: string, range?: Range) => Promise<Readable | undefined>
  /** What lies there, half-written files included, some at a time. */
  list: () => AsyncIterable<StoredFile[]>
  /** Nothing happens when it is not there. */
  remove: (name: string) => Promise<void>
}
