// The CMS's side of the contact form: gives tokens, keeps what it receives, and refuses when told to.
import type { IncomingMessage, ServerResponse } from 'node:http'

export type FakeContact = {
  /** What it answers a message with; null: that it was received. */
  refusal: { status: number; code: string; retryAfter?: string } | null
  received: Record<string, unknown>[]
  /** Tokens given so far; each is `token-` and its number. */
  tokens: number
}

export const createFakeContact = (): FakeContact => ({ refusal: null, received: [], tokens: 0 })

export const answerFakeContact = async (
  request: IncomingMessage,
  response: ServerResponse,
  contact: FakeContact,
): Promise<void> => {
  const answer = (status: number, body: object, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
  if (request.method === 'GET') {
    contact.tokens += 1
    return answer(200, { token: `token-${contact.tokens}`, fillInS: 3 })
  }
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const { refusal } = contact
  if (refusal) {
    const { status, code, retryAfter } = refusal
    return answer(status, { code }, retryAfter ? { 'retry-after': retryAfter } : {})
  }
  contact.received.push(JSON.parse(Buffer.concat(chunks).toString()))
  return answer(202, { state: 'received' })
}
