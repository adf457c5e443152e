// Stands before Payload's REST API as a whole: what it would answer with 500, or read without a bound.
import { cmsProblem } from '../errors.ts'
import { REQUEST } from '../limits.ts'

type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>

/** Comparisons of points on a map, which nothing here has: Payload falls over them. */
const ON_A_MAP = /\[(?:near|within|intersects)\]/

const isReadable = (url: string): boolean => {
  try {
    if (url.length > REQUEST.urlChars) return false
    const told = decodeURIComponent(url)
    return !told.includes('\0') && !ON_A_MAP.test(told)
  } catch {
    return false
  }
}

/** The body, as far as it may be long; `undefined` when it is longer. */
const readBounded = async ({ body }: Request): Promise<Buffer | undefined> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > REQUEST.bytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Uploads have bounds of their own, and are not read into one piece here. */
const isBounded = ({ headers, body }: Request): boolean =>
  body !== null && !headers.get('content-type')?.startsWith('multipart/')

const answer = async <Rest extends unknown[]>(
  handler: Handler<Rest>,
  request: Request,
  rest: Rest,
): Promise<Response> => {
  if (!isReadable(request.url)) return cmsProblem('bad-request')
  if (!isBounded(request)) return handler(request, ...rest)
  if (Number(request.headers.get('content-length') ?? 0) > REQUEST.bytes) {
    return cmsProblem('body-too-large')
  }
  const body = await readBounded(request)
  if (!body) return cmsProblem('body-too-large')
  const { url, method, headers, signal } = request
  const read = new Request(url, { method, headers, signal, body: new Uint8Array(body) })
  return handler(read, ...rest)
}

/** What reading the address and body of a request throws: of lists that are too long, and of recursion, a `RangeError`. */
const UNREADABLE = new Set(['RangeError', 'SyntaxError', 'URIError'])

/** `handler` with bounds; what it throws is answered as a problem, without its message. */
export const guardRoute =
  <Rest extends unknown[]>(handler: Handler<Rest>): Handler<Rest> =>
  async (request, ...rest) => {
    try {
      return await answer(handler, request, rest)
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      console.error(`The API could not answer a request: ${name}.`)
      return cmsProblem(UNREADABLE.has(name) ? 'bad-request' : 'internal')
    }
  }
