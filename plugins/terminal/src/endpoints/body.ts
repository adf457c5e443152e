// Reads a small JSON body without trusting its length.
import { Refusal } from '../errors.ts'
import { MAX_BODY_BYTES } from '../limits.ts'

/** The body as JSON. @throws {Refusal} `body-too-large` or `bad-request` */
export const readJson = async (request: {
  headers: Headers
  body?: ReadableStream<Uint8Array> | null | undefined
}): Promise<unknown> => {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) {
    throw new Refusal('body-too-large')
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > MAX_BODY_BYTES) {
      await reader.cancel()
      throw new Refusal('body-too-large')
    }
    chunks.push(value)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Refusal('bad-request', { detail: 'The body is not JSON.' })
  }
}
