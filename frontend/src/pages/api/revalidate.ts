// POST /api/revalidate: the CMS says what changed; the pages it is about are rendered again before the answer.
import { PROBLEM_TYPE, type ProblemCode, problem } from '@shellfolio/protocol'
import { isWebhookGenuine, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '@shellfolio/runtime/webhook'
import type { NextApiRequest, NextApiResponse } from 'next'
import { forgetAll, knownAddresses } from '../../cms/memories.ts'
import { siteEnv } from '../../env.ts'
import { LIMITS } from '../../limits.ts'
import { type Change, changeSchema, touchedPaths } from '../../revalidation.ts'
import { BodyTooLargeError, readBody } from '../../server/body.ts'
import { renewals } from '../../server/renewals.ts'
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

const touchedBy = async (change: Change) => {
  forgetAll()
  return touchedPaths(change, await knownAddresses().all())
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
  const revalidated = await renewals()?.start(change.id, {
    touched: () => touchedBy(change),
    render: (path) => response.revalidate(path),
    // Pages that nobody has visited yet will be new anyway.
    renew: (path) => response.revalidate(path, { unstable_onlyGenerated: true }),
  })
  if (revalidated) return response.status(200).json({ revalidated })
  await seenMessages().release(change.id, timestamp)
  refuse(response, 'service-unavailable')
}
