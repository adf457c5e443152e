// Answers with an uploaded file, wherever it lies: only what a row names, by the type that row has.
import { Readable } from 'node:stream'
import type { CollectionSlug, PayloadRequest, UploadConfig, Where } from 'payload'
import { getRangeRequestInfo } from 'payload/internal'
import { placeOf } from './places.ts'

export type FileHandler = NonNullable<UploadConfig['handlers']>[number]
/** What is said of a file of that name, besides its type and length. */
export type FileHeaders = (name: string) => Record<string, string>

type Named = { filename?: string | null; mimeType?: string | null }
type Row = Named & { id: string; sizes?: Record<string, Named | null> | null }

const gone = () => new Response(null, { status: 404 })

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

export const serveFiles =
  (headersOf: FileHeaders): FileHandler =>
  async (req, { params: { collection, filename: name } }) => {
    const type = await typeOf(req, collection as CollectionSlug, name)
    if (!type) return gone()
    const place = placeOf(req.payload, collection)
    const found = await place.find(name)
    if (!found) return gone()
    const { bytes, etag } = found
    const headers = { ...headersOf(name), etag }
    if (req.headers.get('if-none-match') === etag) {
      return new Response(null, { status: 304, headers })
    }
    const ifRange = req.headers.get('if-range')
    const range = getRangeRequestInfo({
      fileSize: bytes,
      rangeHeader: ifRange === null || ifRange === etag ? req.headers.get('range') : null,
    })
    if (range.type === 'invalid') {
      return new Response(null, { status: range.status, headers: { ...headers, ...range.headers } })
    }
    const { rangeStart: start = 0, rangeEnd: end = bytes - 1 } =
      range.type === 'partial' ? range : {}
    const content = await place.read(name, { start, end })
    if (!content) return gone()
    return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
      status: range.status,
      headers: { ...headers, ...range.headers, 'content-type': type },
    })
  }
