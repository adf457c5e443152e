// Answers with an uploaded file from this machine's disk: only what a row names, by the type that row has.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { CollectionSlug, PayloadRequest, UploadConfig, Where } from 'payload'
import { getRangeRequestInfo } from 'payload/internal'
import { pathOf } from './store.ts'

export type FileHandler = NonNullable<UploadConfig['handlers']>[number]
/** What is said of a file of that name, besides its type and length. */
export type FileHeaders = (name: string) => Record<string, string>

type Named = { filename?: string | null; mimeType?: string | null }
type Row = Named & { id: string; sizes?: Record<string, Named | null> | null }

const GONE = 404

/** Type of the stored file `name`, which is that of its row or of one of its sizes. */
const typeIn = (row: Row, name: string) => {
  const named = [row, ...Object.values(row.sizes ?? {})].find((file) => file?.filename === name)
  return named?.mimeType ?? undefined
}

/** Access was checked before; but for who may read everything Payload does not ask whether a row names the file. */
const typeOf = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  name: string,
): Promise<string | undefined> => {
  const { imageSizes = [] } = req.payload.collections[collection].config.upload
  const where: Where = {
    or: [
      { filename: { equals: name } },
      ...imageSizes.map((size) => ({ [`sizes.${size.name}.filename`]: { equals: name } })),
    ],
  }
  const row = await req.payload.db.findOne<Row>({ collection, where, req })
  return row ? typeIn(row, name) : undefined
}

const read = (path: string, range: { start: number; end: number }) =>
  Readable.toWeb(createReadStream(path, range)) as ReadableStream<Uint8Array>

export const serveFilesFrom =
  (folder: string, headersOf: FileHeaders): FileHandler =>
  async (req, { params: { collection, filename: name } }) => {
    const type = await typeOf(req, collection as CollectionSlug, name)
    if (!type) return new Response(null, { status: GONE })
    const path = pathOf(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) return new Response(null, { status: GONE })
    const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`
    const headers = { ...headersOf(name), etag }
    if (req.headers.get('if-none-match') === etag) {
      return new Response(null, { status: 304, headers })
    }
    const ifRange = req.headers.get('if-range')
    const range = getRangeRequestInfo({
      fileSize: found.size,
      rangeHeader: ifRange === null || ifRange === etag ? req.headers.get('range') : null,
    })
    if (range.type === 'invalid') {
      return new Response(null, { status: range.status, headers: { ...headers, ...range.headers } })
    }
    const { rangeStart: start = 0, rangeEnd: end = found.size - 1 } =
      range.type === 'partial' ? range : {}
    return new Response(read(path, { start, end }), {
      status: range.status,
      headers: { ...headers, ...range.headers, 'content-type': type },
    })
  }

/** For a bucket: says the same headers, and leaves the answer to the bucket's own handler, which comes after it. */
export const sayHeaders =
  (headersOf: FileHeaders): FileHandler =>
  (_req, { headers, params: { filename } }) => {
    for (const [name, value] of Object.entries(headersOf(filename))) headers?.set(name, value)
  }
