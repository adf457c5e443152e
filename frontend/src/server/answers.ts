// Small complete answers: text, JSON, problem+json.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PROBLEM_TYPE, type ProblemCode, problem } from '@shellfolio/protocol'

export type Answer = {
  status?: number
  type: string
  body: string
  headers?: Record<string, string>
}

export const answer = (
  request: IncomingMessage,
  response: ServerResponse,
  { status = 200, type, body, headers = {} }: Answer,
): true => {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
  return true
}

export const answerProblem = (
  request: IncomingMessage,
  response: ServerResponse,
  code: ProblemCode,
  headers: Record<string, string> = {},
): true => {
  const body = problem(code)
  return answer(request, response, {
    status: body.status,
    type: PROBLEM_TYPE,
    body: JSON.stringify(body),
    headers: { 'cache-control': 'no-store', ...headers },
  })
}
