// Stores an upload's files once its row is written. Payload's own way, and that of its plugin for buckets, deletes the file
// of before while the change may still be undone: here that one stays, named by no row, until the cleanup takes it away.
import type { CollectionAfterChangeHook } from 'payload'
import { refusalOf } from '../rest/refusal.ts'
import type { NewFile } from './place.ts'
import { placeOf } from './places.ts'

type Stored = { filename?: string | null; mimeType?: string | null }
type Sizes = Record<string, Stored | null | undefined>

const UNKNOWN_TYPE = 'application/octet-stream'

/** Runs first: nobody is told of a file that is not stored. A failure undoes the row's transaction. @throws {APIError} */
export const keepFiles: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const { file, payload, payloadUploadSizes = {} } = req
  if (!file || typeof doc.filename !== 'string') return doc
  const sizes = (doc.sizes ?? {}) as Sizes
  const files: NewFile[] = []
  const add = (data: Buffer, { filename, mimeType }: Stored) => {
    if (filename) files.push({ name: filename, type: mimeType ?? UNKNOWN_TYPE, data })
  }
  add(file.data, doc)
  for (const [size, data] of Object.entries(payloadUploadSizes)) {
    if (data) add(data, sizes[size] ?? {})
  }
  try {
    await placeOf(payload, collection.slug).store(files)
  } catch (error) {
    // Not the error itself: what a bucket says of a wrong signature repeats keys.
    const { name = 'unknown', code } = error as { name?: string; code?: string }
    payload.logger.error({ name, code, msg: 'The files of an upload could not be stored.' })
    throw refusalOf('storage-failed')
  }
  return doc
}
