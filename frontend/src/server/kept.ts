// An answer that is kept whole: its body plain and compressed, with the name by which browsers ask whether it changed.
import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compress = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
}

type Encoding = keyof typeof compress

export type Kept = {
  status: number
  etag: string
  bodies: { identity: Form; br?: Form; gzip?: Form }
  /** What is said again to who has it: a browser takes these over into its own copy. */
  unchanged: OutgoingHttpHeaders
  /** Of all its forms together. */
  bytes: number
}

/** What is written at a visit, made once. */
type Form = { body: Buffer; headers: OutgoingHttpHeaders }

export type Whole = {
  status?: number
  type: string
  body: Buffer
  headers?: Record<string, string>
  /** What of a request it depends on. */
  vary?: string
}

/** Pictures are compressed already. */
const isCompressible = (type: string) => !type.startsWith('image/png')

/** The best encoding that the browser takes; `q=0` means that it does not. */
export const encodingFor = (accepted: string | undefined): Encoding | 'identity' => {
  const names = (accepted ?? '')
    .split(',')
    .map((entry) => entry.trim().split(/\s*;\s*q=/))
    .filter(([, quality]) => quality === undefined || Number(quality) > 0)
    .map(([name]) => name?.toLowerCase())
  if (names.includes('br')) return 'br'
  return names.includes('gzip') ? 'gzip' : 'identity'
}

export const keptOf = async ({
  status = 200,
  type,
  body,
  headers = {},
  vary = 'accept-encoding',
}: Whole): Promise<Kept> => {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const unchanged = { ...headers, etag, vary }
  const shared = { ...unchanged, 'content-type': type }
  const form = (bytes: Buffer, encoding?: Encoding): Form => ({
    body: bytes,
    headers: {
      ...shared,
      'content-length': bytes.byteLength,
      ...(encoding ? { 'content-encoding': encoding } : {}),
    },
  })
  const identity = form(body)
  if (!isCompressible(type)) {
    return { status, etag, bodies: { identity }, unchanged, bytes: body.byteLength }
  }
  const [br, zipped] = await Promise.all([compress.br(body), compress.gzip(body)])
  const bytes = body.byteLength + br.byteLength + zipped.byteLength
  return {
    status,
    etag,
    bodies: { identity, br: form(br, 'br'), gzip: form(zipped, 'gzip') },
    unchanged,
    bytes,
  }
}

const hasIt = ({ headers }: IncomingMessage, etag: string): boolean => {
  const asked = headers['if-none-match']
  return asked?.split(',').some((entry) => entry.trim() === etag) ?? false
}

/** Answers with it, or says that the browser's own copy is still right. */
export const sendKept = (request: IncomingMessage, response: ServerResponse, kept: Kept): void => {
  const { status, etag, bodies, unchanged } = kept
  if (status === 200 && hasIt(request, etag)) {
    for (const name of ['content-length', 'content-type']) response.removeHeader(name)
    response.writeHead(304, unchanged).end()
    return
  }
  const { body, headers } =
    bodies[encodingFor(request.headers['accept-encoding'])] ?? bodies.identity
  response.writeHead(status, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}
