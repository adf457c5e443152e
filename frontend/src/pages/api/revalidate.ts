// POST /api/revalidate: the CMS says what changed; the pages it touches are rendered again before the answer.
import { PROBLEM_TYPE, type ProblemCode, problem } from '@shellfolio/protocol'
import { isWebhookGenuine, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '@shellfolio/runtime/webhook'
import type { NextApiRequest, NextApiResponse } from 'next'
import { forgetAll, knownAddresses } from '../../cms/memories.ts'
import { siteEnv } from '../../env.ts'
import { LIMITS } from '../../limits.ts'
import { type Change, changeSchema, touchedPaths } from '../../revalidation.ts'
import { BodyTooLargeError, readBody } from '../../server/body.ts'
import { renderAgain } from '../../server/render-again.ts'
import { announceChange, beginChange } from '../../server/replicas/shared.ts'
import { seenMessages } from '../../server/seen-messages.ts'

/** The signature is over the bytes as they came. */
export const config = { api: { bodyParser: false } }

const refuse = (response: NextApiResponse, code: ProblemCode) => {
  const body = problem(code)
  response.status(body.status).setHeader('content-type', PROBLEM_TYPE).send(JSON.stringify(body))
}

const single = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value : undefined

const parse = (body: string) => {
  try {
    return changeSchema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

/** Renders again what a change touches; null when not all of it could be. */
const apply = async (change: Change, response: NextApiResponse): Promise<string[] | null> => {
  forgetAll()
  const known = await knownAddresses().all()
  const { first, rest } = touchedPaths(change, known)
  if (first.length > 0) await beginChange()
  const failed = await renderAgain(first, (path) => response.revalidate(path))
  await announceChange()
  // Pages that nobody has visited yet will be new anyway.
  const others = await renderAgain(rest, (path) =>
    response.revalidate(path, { unstable_onlyGenerated: true }),
  )
  await announceChange()
  return failed.length + others.length > 0 ? null : [...first, ...rest]
}

export default async function revalidate(request: NextApiRequest, response: NextApiResponse) {
  response.setHeader('cache-control', 'no-store')
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST')
    return refuse(response, 'method-not-allowed')
  }
  let body: string
  try {
    body = (await readBody(request, LIMITS.webhookMaxBytes)).toString('utf8')
  } catch (error) {
    const isTooLarge = error instanceof BodyTooLargeError
    if (isTooLarge) response.setHeader('connection', 'close')
    return refuse(response, isTooLarge ? 'body-too-large' : 'bad-request')
  }
  const message = {
    body,
    timestamp: single(request.headers[TIMESTAMP_HEADER]),
    signature: single(request.headers[SIGNATURE_HEADER]),
  }
  if (!isWebhookGenuine(message, siteEnv().WEBHOOK_KEY))
    return refuse(response, 'signature-refused')
  const change = parse(body)
  if (!change) return refuse(response, 'bad-request')
  const { timestamp = '' } = message
  if (!(await seenMessages().claim(change.id, timestamp))) {
    return response.status(200).json({ revalidated: [] })
  }
  const revalidated = await apply(change, response).catch(() => null)
  if (revalidated) return response.status(200).json({ revalidated })
  await seenMessages().release(change.id, timestamp)
  refuse(response, 'service-unavailable')
}
