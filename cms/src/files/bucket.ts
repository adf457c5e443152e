// A bucket as uploads, their cleanup and backups need it. Every question has a deadline; what is read may take its time.
import type { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { withDeadline } from '@shellfolio/runtime/deadline'
import { BUCKET } from '../limits.ts'
import type { BucketSettings } from '../storage.ts'
import type { Range } from './place.ts'

export type StoredObject = { key: string; bytes: number; modifiedMs: number }
type NewObject = { key: string; body: Buffer | Readable; bytes: number; type?: string }

export type Bucket = {
  /** Pages of what lies under `prefix`, each of `pageSize` at most. */
  list: (prefix: string, pageSize?: number) => AsyncIterable<StoredObject[]>
  /** `undefined` for what is not there. */
  find: (key: string) => Promise<{ bytes: number; etag: string } | undefined>
  read: (key: string, range?: Range) => Promise<Readable | undefined>
  /** Whole or not at all. */
  write: (object: NewObject) => Promise<void>
  /** Nothing happens when it is not there. */
  remove: (key: string) => Promise<void>
  /** Ends connections that are kept. */
  close: () => void
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name)

const unlessMissing = async <Answer>(asking: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await asking
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Ends the question, not what is read after it was answered. */
const inTime = <Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> =>
  withDeadline(BUCKET.deadlineMs, ask)

const rangeHeader = ({ start, end }: Range) => `bytes=${start}-${end}`

/** Connects when it is first asked. @throws what the bucket says, from each of its functions */
export const openBucket = ({ bucket: Bucket, config }: BucketSettings): Bucket => {
  const client = new S3Client({ maxAttempts: BUCKET.attempts, ...config })
  return {
    list: async function* (prefix, pageSize = BUCKET.pageSize) {
      const first = { Bucket, Prefix: prefix, MaxKeys: pageSize }
      let token: string | undefined
      do {
        const list = new ListObjectsV2Command({ ...first, ContinuationToken: token })
        const page = await inTime((abortSignal) => client.send(list, { abortSignal }))
        yield (page.Contents ?? []).map(({ Key = '', Size = 0, LastModified }) => ({
          key: Key,
          bytes: Size,
          // Without a date it counts as new: nobody deletes it.
          modifiedMs: LastModified?.getTime() ?? Number.POSITIVE_INFINITY,
        }))
        token = page.NextContinuationToken
      } while (token)
    },
    find: async (key) => {
      const head = (abortSignal: AbortSignal) =>
        client.send(new HeadObjectCommand({ Bucket, Key: key }), { abortSignal })
      const found = await unlessMissing(inTime(head))
      return found && { bytes: found.ContentLength ?? 0, etag: found.ETag ?? '"unknown"' }
    },
    read: async (key, range) => {
      const object = { Bucket, Key: key, ...(range ? { Range: rangeHeader(range) } : {}) }
      const get = (abortSignal: AbortSignal) =>
        client.send(new GetObjectCommand(object), { abortSignal })
      const found = await unlessMissing(inTime(get))
      return found?.Body as Readable | undefined
    },
    write: async ({ key, body, bytes, type }) => {
      const object = { Bucket, Key: key, Body: body, ContentLength: bytes }
      const put = new PutObjectCommand(type ? { ...object, ContentType: type } : object)
      await inTime((abortSignal) => client.send(put, { abortSignal }))
    },
    remove: async (key) => {
      const remove = new DeleteObjectCommand({ Bucket, Key: key })
      await inTime((abortSignal) => client.send(remove, { abortSignal }))
    },
    close: () => client.destroy(),
  }
}
