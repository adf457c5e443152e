// Uploads in the bucket.
import type { Readable } from 'node:stream'
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import type { BucketSettings } from '../storage.ts'
import { type FileStore, FOLDERS, type StoredFile } from './file-store.ts'

export const bucketStore = ({ bucket, config }: BucketSettings): FileStore => {
  const client = new S3Client(config)
  const filesOf = async (folder: string): Promise<StoredFile[]> => {
    const files: StoredFile[] = []
    const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: `${folder}/` })
    for await (const { Contents = [] } of pages) {
      for (const { Key = '', Size = 0 } of Contents) files.push({ path: Key, bytes: Size })
    }
    return files
  }
  return {
    list: async () => (await Promise.all(FOLDERS.map(filesOf))).flat(),
    read: async (path) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: path }))
        return Body as Readable
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    write: async (path, content, bytes) => {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: path, Body: content, ContentLength: bytes }),
      )
    },
    close: () => client.destroy(),
  }
}
