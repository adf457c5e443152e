// A REST API of functions over a real HTTP server, bodies and answers as streams.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'

const asRequest = (incoming: IncomingMessage, signal: AbortSignal): Request => {
  const { method = 'GET', url = '/', headers } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  return new Request(new URL(url, 'http://127.0.0.1'), {
    method,
    headers: pairs,
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as BodyInit, duplex: 'half' } : {}),
  })
}

/** `answer` may stream; its request is aborted when the client leaves. */
export const apiListener =
  (answer: (request: Request) => Promise<Response>) =>
  async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const left = new AbortController()
    outgoing.once('close', () => left.abort())
    const response = await answer(asRequest(incoming, left.signal))
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    if (!response.body) outgoing.end()
    else {
      const body = Readable.fromWeb(response.body as NodeStream)
      // Who leaves in the middle is no fault.
      await pipeline(body, outgoing).catch(() => undefined)
    }
  }
