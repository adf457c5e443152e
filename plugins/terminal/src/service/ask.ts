// One request to the terminal service: its own connection, a bounded time and a bounded answer.
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { GRANT_HEADER } from '@shellfolio/protocol'
import { MAX_SERVICE_ANSWER_BYTES } from '../limits.ts'
import { ServiceFailure } from './failure.ts'

export type Question = {
  method: 'GET' | 'POST' | 'DELETE'
  /** The whole address. */
  url: string
  /** Signed control grant; absent where everybody may ask. */
  grant?: string
  timeoutMs: number
  /** A larger answer is nonsense. @default MAX_SERVICE_ANSWER_BYTES */
  maxBytes?: number
  /** Ends the request early. */
  signal?: AbortSignal
}

export type Reply = { status: number; text: string }

const textOf = async (response: IncomingMessage, maxBytes: number): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new ServiceFailure('nonsense')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** @throws {ServiceFailure} */
export const ask = async ({
  method,
  url,
  grant,
  timeoutMs,
  maxBytes = MAX_SERVICE_ANSWER_BYTES,
  signal,
}: Question): Promise<Reply> => {
  const inTime = AbortSignal.timeout(timeoutMs)
  try {
    const send = url.startsWith('https:') ? requestHttps : requestHttp
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      // No pool: a look every few seconds is not worth a socket that has to be let go of.
      const request = send(url, {
        method,
        agent: false,
        headers: {
          ...(grant === undefined ? {} : { [GRANT_HEADER]: grant }),
          connection: 'close',
        },
        signal: signal ? AbortSignal.any([inTime, signal]) : inTime,
      })
      request.once('response', resolve)
      // Not once: an abort after the response is an error of both.
      request.on('error', reject)
      request.end()
    })
    return { status: response.statusCode ?? 0, text: await textOf(response, maxBytes) }
  } catch (error) {
    if (error instanceof ServiceFailure) throw error
    throw new ServiceFailure(inTime.aborted ? 'timeout' : 'unreachable')
  }
}
