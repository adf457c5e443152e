// POST /terminal/moments: a page tells that its terminal came into view, or that a guided step was done. No cookie, no id.
import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { MOMENTS } from '../history/moments.ts'
import { MOMENT_RATE } from '../limits.ts'
import { unavailable } from '../mint.ts'
import { isOwnPage, sourceOf } from '../origin.ts'
import { answering } from './answer.ts'
import { readJson } from './body.ts'
import { name } from './name.ts'

const moment = z.enum(MOMENTS)
const body = z.union([
  z.strictObject({ project: name, moment }),
  z.strictObject({ demo: name, moment }),
])

export const momentsEndpoint = ({ settings, state, hashAddress }: TerminalContext): Endpoint => ({
  path: '/terminal/moments',
  method: 'post',
  handler: answering(async (request) => {
    const { headers } = request
    if (!isOwnPage(sourceOf(headers), settings.origins)) throw new Refusal('origin-refused')
    const { limiter, moments } = state()
    const key = `moment:${hashAddress(settings.clientAddress(headers))}`
    const verdict = await limiter.take(key, MOMENT_RATE).catch(unavailable)
    if (!verdict.isAllowed) {
      throw new Refusal('rate-limited', { retryAfterS: verdict.retryAfterS })
    }
    const asked = body.safeParse(await readJson(request))
    if (!asked.success) throw new Refusal('bad-request')
    const { moment: which, ...wanted } = asked.data
    moments.note(wanted, which)
    // The same for demos that nobody has: who asks learns nothing.
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  }),
})
