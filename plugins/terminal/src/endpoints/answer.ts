// Runs a handler and turns what it throws into problem+json.
import { problemResponse } from '@shellfolio/protocol'
import type { PayloadRequest } from 'payload'
import { Refusal, refusalResponse } from '../errors.ts'

type Handler = (request: PayloadRequest) => Promise<Response>

/** A refusal becomes its problem; anything else is logged and answered as `internal`, without its message. */
export const answering =
  (handler: Handler): Handler =>
  async (request) => {
    try {
      return await handler(request)
    } catch (error) {
      if (error instanceof Refusal) return refusalResponse(error)
      request.payload.logger.error({ err: error, msg: 'An endpoint failed.' })
      return problemResponse('internal')
    }
  }

/** JSON that no cache keeps. */
export const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
