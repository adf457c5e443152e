// Uploads in the bucket.
import { openBucket } from '../files/bucket.ts'
import type { BucketSettings } from '../storage.ts'
import { type FileStore, FOLDERS, type StoredFile } from './file-store.ts'

export const bucketStore = (settings: BucketSettings): FileStore => {
  const bucket = openBucket(settings)
  const filesOf = async (folder: string): Promise<StoredFile[]> => {
    const files: StoredFile[] = []
    for await (const objects of bucket.list(`${folder}/`)) {
      files.push(...objects.map(({ key, bytes }) => ({ path: key, bytes })))
    }
    return files
  }
  return {
    list: async () => (await Promise.all(FOLDERS.map(filesOf))).flat(),
    read: (path) => bucket.read(path),
    write: (path, content, bytes) => bucket.write({ key: path, body: content, bytes }),
    close: bucket.close,
  }
}
