// Recordings as they are played: the published one of a demo for everyone, any of them for operators.
import { createHash } from 'node:crypto'
import type { Endpoint, Payload } from 'payload'
import { z } from 'zod'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { RECORDING_MAX_AGE_S, RECORDING_RATE } from '../limits.ts'
import {
  findLatest,
  isShownOf,
  type PlayedRecording,
  readRecording,
  recordingPath,
} from '../recordings/find.ts'
import { answering, json } from './answer.ts'
import { assertOperator } from './operate.ts'

const about = z.object({ id: z.union([z.string(), z.number()]), updatedAt: z.string() })
const read = async (
  payload: Payload,
  id: string | number,
  withCast: boolean,
): Promise<PlayedRecording> => {
  const found = await readRecording(payload, { id: { equals: id } }, { withCast })
  if (!found) throw new Refusal('not-found')
  return found
}

/** Changes with the document; the id of a recording is nobody's business. */
const tagOf = ({ id, updatedAt }: z.output<typeof about>, part: string): string => {
  const digest = createHash('sha256').update(`${id} ${updatedAt} ${part}`).digest('base64url')
  return `"${digest.slice(0, 22)}"`
}

const isKnown = (headers: Headers, tag: string): boolean =>
  (headers.get('if-none-match') ?? '')
    .split(',')
    .some((known) => known.trim().replace(/^W\//, '') === tag)

/** A store that does not answer keeps nobody from reading. @throws {Refusal} */
const spendRead = async (context: TerminalContext, headers: Headers): Promise<void> => {
  const address = context.hashAddress(context.settings.clientAddress(headers))
  const verdict = await context
    .state()
    .limiter.take(`recording:${address}`, RECORDING_RATE)
    .catch(() => undefined)
  if (verdict?.isAllowed === false) {
    const detail = 'Too many recordings were asked for. Wait a moment.'
    throw new Refusal('rate-limited', { retryAfterS: verdict.retryAfterS, detail })
  }
}

const ofDemo = (context: TerminalContext): Endpoint => ({
  path: recordingPath(':id'),
  method: 'get',
  handler: answering(async (req) => {
    const { payload, headers, query } = req
    await spendRead(context, headers)
    const demo = String(req.routeParams?.id ?? '')
    const withCast = query?.part !== 'poster'
    const { permissions } = context.mintContext(payload)
    // Whatever is wrong with it is one answer.
    const shown = await permissions.shown([demo]).catch(() => new Set<string>())
    if (!shown.has(demo)) throw new Refusal('not-found')
    const latest = about.safeParse(
      await findLatest(payload, isShownOf(demo), { updatedAt: true }),
    ).data
    if (!latest) throw new Refusal('not-found')
    const caching = {
      etag: tagOf(latest, withCast ? 'cast' : 'poster'),
      'cache-control': `public, max-age=${RECORDING_MAX_AGE_S}, must-revalidate`,
      'x-content-type-options': 'nosniff',
    }
    if (isKnown(headers, caching.etag)) return new Response(null, { status: 304, headers: caching })
    // Many come at once when a page is talked about, and a cast has megabytes.
    const make = () => read(payload, latest.id, withCast)
    return new Response(await context.state().ready.answer(caching.etag, make), {
      headers: { ...caching, 'content-type': 'application/json' },
    })
  }),
})

const ofOperator = (context: TerminalContext): Endpoint => ({
  path: '/terminal/recordings/:id',
  method: 'get',
  handler: answering(async (req) => {
    await assertOperator(context, req)
    const id = String(req.routeParams?.id ?? '')
    const missing = () => new Refusal('not-found')
    const found = await read(req.payload, id, req.query?.part !== 'poster').catch((error) => {
      // An id that the database cannot read is one that is not there.
      throw error instanceof Refusal ? error : missing()
    })
    return json(found)
  }),
})

export const recordingEndpoints = (context: TerminalContext): Endpoint[] => [
  ofDemo(context),
  ofOperator(context),
]
