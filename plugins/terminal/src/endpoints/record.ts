// Recording a demo from the admin: POST /terminal/demos/:id/record begins, POST /terminal/recordings keeps what came of it.
import { setTimeout as delay } from 'node:timers/promises'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { MAX_IDLE_GAP_MS, RECORDING_ASK_EVERY_MS, RECORDING_WAIT_MS } from '../limits.ts'
import { mintDemoRecording, type Visitor } from '../mint.ts'
import { operatorOf } from '../operators/operator.ts'
import { type Cast, CastError, parseCast, withoutIdle } from '../recordings/asciicast.ts'
import type { PendingRecording } from '../recordings/pending.ts'
import { storeRecording } from '../recordings/store.ts'
import { resumeFor } from '../resume.ts'
import { ofService } from '../service/refusal.ts'
import type { ServiceClient } from '../service/service-client.ts'
import { admitPage } from './admit.ts'
import { answering, json } from './answer.ts'
import { readJson } from './body.ts'
import { assertOperator } from './operate.ts'

const secret = z.string().regex(/^[\w-]{16,128}$/)
/** What the element asks for: a launch, or the way back into the session that is recorded. */
const launch = z.union([
  z.strictObject({ demo: z.string().max(100) }),
  z.strictObject({ session: secret, key: secret }),
])
const save = z.strictObject({
  session: z.string().regex(/^[\w-]{1,64}$/),
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u),
})

/** Somebody on a page of ours who may operate. @throws {Refusal} */
const admitOperator = async (context: TerminalContext, req: PayloadRequest): Promise<Visitor> => {
  const rate = context.settings.launchRate
  const visitor = await admitPage(context, req.headers, { what: 'record', rate })
  await assertOperator(context, req)
  return visitor
}

const record = (context: TerminalContext): Endpoint => ({
  path: '/terminal/demos/:id/record',
  method: 'post',
  handler: answering(async (req) => {
    const visitor = await admitOperator(context, req)
    const operator = operatorOf(req)
    const id = String(req.routeParams?.id ?? '')
    const asked = launch.safeParse(await readJson(req))
    if (!asked.success || ('demo' in asked.data && asked.data.demo !== id)) {
      throw new Refusal('bad-request', { detail: 'Ask for that demo, or for a session.' })
    }
    const mintContext = context.mintContext(req.payload)
    return 'session' in asked.data
      ? json(await resumeFor(mintContext, visitor, asked.data), 201)
      : json(await mintDemoRecording(mintContext, visitor, { demo: id, operator }), 201)
  }),
})

/** The service writes the last lines while the page hears of the end. @throws {ServiceFailure} */
const finished = async (
  service: ServiceClient,
  { session, service: its }: PendingRecording,
): Promise<string | undefined> => {
  const deadlineMs = Date.now() + RECORDING_WAIT_MS
  for (;;) {
    const text = await service.recording(session, its)
    if (text !== undefined || Date.now() > deadlineMs) return text
    const { sessions } = await service.sessions()
    if (sessions.some(({ sid, state }) => sid === session && state !== 'ending')) {
      throw new Refusal('bad-request', { detail: 'The session still runs. End it first.' })
    }
    await delay(RECORDING_ASK_EVERY_MS)
  }
}

const judged = (text: string): Cast => {
  try {
    return withoutIdle(parseCast(text), MAX_IDLE_GAP_MS)
  } catch (error) {
    if (!(error instanceof CastError)) throw error
    throw new Refusal('bad-request', { detail: error.message })
  }
}

const keep = (context: TerminalContext): Endpoint => ({
  path: '/terminal/recordings',
  method: 'post',
  handler: answering(async (req) => {
    await admitOperator(context, req)
    const asked = save.safeParse(await readJson(req))
    if (!asked.success) {
      throw new Refusal('bad-request', { detail: 'Name a session and a title.' })
    }
    const { payload } = req
    const { session, title } = asked.data
    const { pending, state } = context.mintContext(payload)
    const { service } = state
    const waiting = await pending.find(session)
    // A visitor's session is nobody's to publish.
    if (waiting?.kind !== 'demo') throw new Refusal('not-found')
    const text = await finished(service, waiting).catch(ofService)
    if (text === undefined) throw new Refusal('not-found')
    await context.settings.onOperation({ what: 'keep-recording', session, title }, { req })
    const { demos } = context.settings.collections
    const id = await storeRecording(payload, demos, { ...waiting, title, cast: judged(text) })
    await service.removeRecording(session, waiting.service).catch(ofService)
    await pending.remove(session)
    return json({ id }, 201)
  }),
})

export const recordEndpoints = (context: TerminalContext): Endpoint[] => [
  record(context),
  keep(context),
]
