// Where uploaded files are, as a backup sees it: the local folder or the bucket.
import type { Readable } from 'node:stream'

export type StoredFile = { path: string; bytes: number }

export type FileStore = {
  /** Paths as `media/name.png`. */
  list: () => Promise<StoredFile[]>
  /** `undefined` for a file that is gone since it was listed. */
  read: (path: string) => Promise<Readable | undefined>
  write: (path: string, content: Readable, bytes: number) => Promise<void>
  close: () => void
}

/** Folders of the storage. */
export const FOLDERS = ['media', 'archives'] as const
