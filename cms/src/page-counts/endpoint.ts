// POST /counts: the site's counts, signed with the key of the webhook.
import { parseJson, readText } from '@shellfolio/payload-terminal/endpoint'
import { isWebhookGenuine, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '@shellfolio/runtime/webhook'
import type { Endpoint } from 'payload'
import { answering } from '../answering.ts'
import { CmsRefusal } from '../errors.ts'
import { PAGE_COUNTS } from '../limits.ts'
import { keepCounts } from './keep.ts'
import { messageSchema } from './message.ts'

/** 204 once the counts are in, also for a copy of a message that was taken before. */
export const countsEndpoint = (key: string): Endpoint => ({
  path: '/counts',
  method: 'post',
  handler: answering(async (req) => {
    const body = await readText(req, PAGE_COUNTS.maxBodyBytes)
    const message = {
      body,
      timestamp: req.headers.get(TIMESTAMP_HEADER) ?? undefined,
      signature: req.headers.get(SIGNATURE_HEADER) ?? undefined,
    }
    if (!isWebhookGenuine(message, key)) throw new CmsRefusal('signature-refused')
    const parsed = messageSchema.safeParse(parseJson(body))
    if (!parsed.success) throw new CmsRefusal('bad-request')
    await keepCounts(req.payload, parsed.data)
    return new Response(null, { status: 204 })
  }),
})
