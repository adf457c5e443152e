// POST /terminal/tickets: a ticket for one session of a project's demo.
import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { MAX_SLUG_CHARS, TICKET_TTL_S } from '../limits.ts'
import { mintFor } from '../mint.ts'
import { answering, json } from './answer.ts'
import { readJson } from './body.ts'

const name = z.string().min(1).max(MAX_SLUG_CHARS)
const body = z.union([z.strictObject({ project: name }), z.strictObject({ demo: name })])

export const ticketsEndpoint = (context: TerminalContext): Endpoint => ({
  path: '/terminal/tickets',
  method: 'post',
  handler: answering(async (request) => {
    const { settings, state } = context
    const origin = request.headers.get('origin') ?? ''
    if (!settings.origins.includes(origin)) throw new Refusal('origin-refused')
    const addressHash = context.hashAddress(settings.clientAddress(request.headers))
    const verdict = await state()
      .limiter.take(`launch:${addressHash}`, settings.launchRate)
      .catch(() => {
        throw new Refusal('service-unavailable')
      })
    if (!verdict.isAllowed) {
      throw new Refusal('rate-limited', { retryAfterS: verdict.retryAfterS })
    }
    const wanted = body.safeParse(await readJson(request))
    if (!wanted.success)
      throw new Refusal('bad-request', { detail: 'Ask for a project or a demo.' })
    const ticket = await mintFor(
      context.mintContext(request.payload),
      { origin, addressHash },
      wanted.data,
    )
    return json({ ticket, url: settings.publicUrl, expiresInS: TICKET_TTL_S }, 201)
  }),
})
