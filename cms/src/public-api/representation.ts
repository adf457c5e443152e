// An answer in the forms in which it may be sent, made once and kept: plain and compressed, each with its own tag.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { PUBLIC_API } from '../limits.ts'

const compress = promisify(gzip)

export type Encoded = { body: Buffer; etag: string; encoding: 'gzip' | 'identity' }

export type Representation = {
  status: number
  type: string
  plain: Encoded
  /** Absent where it would save nothing. */
  gzip?: Encoded
}

/** Strong: the same tag means the same bytes. */
const encoded = (body: Buffer, encoding: Encoded['encoding']): Encoded => {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  return { body, encoding, etag: `"${hash}"` }
}

/** `value` as JSON. */
export const represent = async (
  status: number,
  type: string,
  value: unknown,
): Promise<Representation> => {
  const body = Buffer.from(JSON.stringify(value))
  const plain = encoded(body, 'identity')
  if (body.length < PUBLIC_API.minGzipBytes) return { status, type, plain }
  return { status, type, plain, gzip: encoded(await compress(body), 'gzip') }
}

/** What the answer takes in memory, about. */
export const bytesOf = ({ plain, gzip: packed }: Representation): number =>
  plain.body.length + (packed?.body.length ?? 0) + 500
