// Reads a small JSON body without trusting its length.
import { Refusal } from '../errors.ts'
import { MAX_BODY_BYTES } from '../limits.ts'

type Readable = {
  headers: Headers
  body?: ReadableStream<Uint8Array> | null | undefined
}

/** Who leaves in the middle of a body, or is ended for taking too long, is no fault of ours. */
const lost = (): never => {
  throw new Refusal('bad-request', { detail: 'The body did not arrive.' })
}

/** The body as text. @throws {Refusal} `body-too-large` or `bad-request` */
export const readText = async (
  request: Readable,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<string> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    throw new Refusal('body-too-large')
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read().catch(lost)
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      throw new Refusal('body-too-large')
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** What a text says as JSON. @throws {Refusal} `bad-request` */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('bad-request', { detail: 'The body is not JSON.' })
  }
}

/** The body as JSON. @throws {Refusal} `body-too-large` or `bad-request` */
export const readJson = async (request: Readable, maxBytes?: number): Promise<unknown> =>
  parseJson(await readText(request, maxBytes))
