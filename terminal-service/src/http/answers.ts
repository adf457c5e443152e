// How this service answers: JSON, or a problem (RFC 9457), never cached.
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { PROBLEM_TYPE, PROBLEMS, type ProblemCode, problem } from '@shellfolio/protocol'

export const bodyOf = (code: ProblemCode, detail?: string): string =>
  JSON.stringify(problem(code, detail))

const send = (
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string,
) => {
  response.writeHead(status, {
    ...headers,
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

export const answerJson = (response: ServerResponse, body: unknown, status = 200): void =>
  send(response, status, { 'content-type': 'application/json' }, JSON.stringify(body))

export const answerText = (response: ServerResponse, type: string, body: string): void =>
  send(response, 200, { 'content-type': type }, body)

export const answerNothing = (response: ServerResponse, status: 202 | 204): void => {
  response.writeHead(status, { 'cache-control': 'no-store' })
  response.end()
}

export const answerProblem = (
  response: ServerResponse,
  code: ProblemCode,
  { detail, headers }: { detail?: string; headers?: Record<string, string> } = {},
): void =>
  send(
    response,
    PROBLEMS[code].status,
    { 'content-type': PROBLEM_TYPE, ...headers },
    bodyOf(code, detail),
  )

/** An answer on a socket that asked for an upgrade; the socket ends with it, whether or not its peer closes it too. */
export const refuse = (socket: Duplex, code: ProblemCode): void => {
  const { status } = PROBLEMS[code]
  const body = bodyOf(code)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
