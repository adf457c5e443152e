// Reads a request's body up to a bound.
import type { IncomingMessage } from 'node:http'

/** The body grew past its bound. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
}

/** @throws {BodyTooLargeError} as soon as more than `maxBytes` arrived or were announced */
export const readBody = async (request: IncomingMessage, maxBytes: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new BodyTooLargeError()
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new BodyTooLargeError()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
