// POST /api/seen: a browser says that a page it had fetched ahead is looked at now.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { LIMITS } from '../../limits.ts'
import type { Seen } from '../../seen.ts'
import { answerProblem } from '../answers.ts'
import { BodyTooLargeError, readBody } from '../body.ts'
import { isFromHere } from '../from-here.ts'

const seenSchema: z.ZodType<Seen> = z.strictObject({ path: z.string(), referrer: z.string() })

const parse = (body: Buffer): Seen | undefined => {
  try {
    return seenSchema.safeParse(JSON.parse(body.toString('utf8'))).data
  } catch {
    return undefined
  }
}

type SeenOptions = {
  siteUrl: string
  /** Hears of each that says what it should, whoever it is from. */
  onSeen: (request: IncomingMessage, seen: Seen) => void
}

export const answerSeen = async (
  request: IncomingMessage,
  response: ServerResponse,
  { siteUrl, onSeen }: SeenOptions,
): Promise<true> => {
  if (request.method !== 'POST') {
    return answerProblem(request, response, 'method-not-allowed', { allow: 'POST' })
  }
  // The rest of what is sent is not read.
  const close = { connection: 'close' }
  if (!isFromHere(request, siteUrl)) {
    return answerProblem(request, response, 'not-allowed', close)
  }
  let body: Buffer
  try {
    body = await readBody(request, LIMITS.counts.maxSeenBytes)
  } catch (error) {
    const isTooLarge = error instanceof BodyTooLargeError
    return answerProblem(request, response, isTooLarge ? 'body-too-large' : 'bad-request', close)
  }
  const seen = parse(body)
  if (!seen) return answerProblem(request, response, 'bad-request')
  onSeen(request, seen)
  response.writeHead(204, { 'cache-control': 'no-store' }).end()
  return true
}
