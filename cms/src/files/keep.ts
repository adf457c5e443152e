// Puts an upload's files on disk once its row is written. Payload's own way deletes the file of before first, when nothing
// is safe yet: here that one stays, named by no row, until the cleanup takes it away.
import type { CollectionAfterChangeHook } from 'payload'
import { storeFiles } from './store.ts'

type Sizes = Record<string, { filename?: string | null } | null | undefined>

/** A failure undoes the row's transaction: the row of before and its file are untouched. */
export const keepFilesIn =
  (folder: string): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const { file, payloadUploadSizes = {} } = req
    if (!file || typeof doc.filename !== 'string') return doc
    const sizes = (doc.sizes ?? {}) as Sizes
    const files = [{ name: doc.filename, data: file.data }]
    for (const [size, data] of Object.entries(payloadUploadSizes)) {
      const name = sizes[size]?.filename
      if (name && data) files.push({ name, data })
    }
    await storeFiles(folder, files)
    return doc
  }
