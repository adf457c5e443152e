// Opens an archive's file for the terminal service: through the bucket's own handler, or from the upload folder.
import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { createLocalReq, type Payload } from 'payload'

const fromBucket = async (payload: Payload, filename: string, doc: Record<string, unknown>) => {
  const { handlers = [] } = payload.collections.archives.config.upload
  const req = await createLocalReq({}, payload)
  for (const handler of handlers) {
    const response = await handler(req, {
      doc: doc as never,
      headers: new Headers(),
      params: { collection: 'archives', filename, prefix: String(doc.prefix ?? '') },
    })
    if (response instanceof Response && response.ok && response.body) return response.body
  }
  throw new Error('The bucket does not hold this archive.')
}

export type OpenArchive = (
  payload: Payload,
  archive: Record<string, unknown>,
) => Promise<Readable | ReadableStream<Uint8Array>>

/** A function for the terminal plugin. `uploadDir`: where archives lie when there is no bucket. */
export const openArchive =
  ({ uploadDir, isInBucket }: { uploadDir: string; isInBucket: boolean }): OpenArchive =>
  async (payload, archive) => {
    const filename = basename(String(archive.filename ?? ''))
    if (filename === '') throw new Error('The archive has no file.')
    return isInBucket
      ? fromBucket(payload, filename, archive)
      : createReadStream(join(uploadDir, filename))
  }
