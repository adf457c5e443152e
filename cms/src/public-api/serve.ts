// Between Node's HTTP and the public API.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PublicApi } from './api.ts'

/** Answers a request that is the API's. */
export const servePublicApi = async (
  api: PublicApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  // A body is nobody's here; unread, it would hold up the next request of its connection.
  request.resume()
  const { status, headers, body } = await api.answer({
    method: request.method,
    target: request.url,
    ifNoneMatch: request.headers['if-none-match'],
    acceptEncoding: request.headers['accept-encoding']?.toString(),
  })
  response.writeHead(status, headers).end(body)
}
