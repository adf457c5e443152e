// From a request to its endpoint: address, method, no body, then the grant. Nothing an endpoint throws leaves here.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ControlGrant, GRANT_HEADER } from '@shellfolio/protocol'
import { ServiceError } from '../errors.ts'
import { answerProblem } from './answers.ts'
import { builds } from './builds.ts'
import { drain } from './drain.ts'
import { endSession } from './end-session.ts'
import { ended } from './ended.ts'
import { type Endpoint, type Exchange, type HttpParts, Refusal } from './endpoint.ts'
import { healthz } from './healthz.ts'
import { metrics } from './metrics.ts'
import { notice } from './notice.ts'
import { readyz } from './readyz.ts'
import { recordings } from './recordings.ts'
import { sessions } from './sessions.ts'
import { createSmoke } from './smoke.ts'

export type { HttpParts } from './endpoint.ts'

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'

/** The grant says everything: a body would be something unsigned. @throws {Refusal} */
const match = (endpoints: Endpoint[], request: IncomingMessage, path: string): Endpoint => {
  const endpoint = endpoints.find((one) => one.path.test(path))
  if (!endpoint) throw new Refusal('not-found')
  if (!endpoint.methods.some((method) => method === request.method)) {
    throw new Refusal('method-not-allowed', { allow: endpoint.methods.join(', ') })
  }
  if (hasBody(request)) throw new Refusal('body-too-large', { connection: 'close' })
  return endpoint
}

/** What the bearer may do must be what is asked for, with the very session of the path. @throws {Refusal} */
const admit = async (
  { grants }: HttpParts,
  request: IncomingMessage,
  { action, sid }: { action: ControlGrant['action']; sid: string | undefined },
): Promise<ControlGrant> => {
  const token = request.headers[GRANT_HEADER]
  const grant = typeof token === 'string' ? await grants.takeControl(token) : undefined
  const granted = grant && 'sid' in grant ? grant.sid : undefined
  if (grant?.action !== action || granted !== sid) throw new Refusal('signature-refused')
  return grant
}

export const createRouter = (
  parts: HttpParts,
): ((request: IncomingMessage, response: ServerResponse) => void) => {
  const endpoints: Endpoint[] = [
    healthz,
    readyz,
    metrics,
    builds,
    createSmoke(),
    sessions,
    // Before the session that could have this name.
    ended,
    endSession,
    notice,
    recordings,
    drain,
  ]

  const answer = async (request: IncomingMessage, exchange: Exchange, path: string) => {
    const endpoint = match(endpoints, request, path)
    if (endpoint.action === undefined) return endpoint.handle(exchange)
    const sid = endpoint.path.exec(path)?.[1]
    return endpoint.handle(exchange, await admit(parts, request, { action: endpoint.action, sid }))
  }

  const fail = (response: ServerResponse, error: unknown) => {
    const isRefusal = error instanceof Refusal || error instanceof ServiceError
    if (!isRefusal) parts.report(error)
    const code = isRefusal ? error.code : 'internal'
    parts.metrics.refused(code)
    if (response.destroyed) return
    if (response.headersSent) response.destroy()
    else answerProblem(response, code, error instanceof Refusal ? { headers: error.headers } : {})
  }

  return (request, response) => {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    response.on('error', () => undefined)
    const { method = '', url = '/' } = request
    const [path = '/', search] = url.split('?', 2)
    const query = new URLSearchParams(search)
    const exchange = { parts, method, query, response, signal: gone.signal }
    answer(request, exchange, path).catch((error) => fail(response, error))
  }
}
