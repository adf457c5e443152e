// What the owner does at one session from the admin: looks on, and says something to its visitor.
import { isNotice } from '@shellfolio/protocol'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { LOOK_ON_RATE, MAX_NOTICE_BODY_BYTES, NOTICE_RATE } from '../limits.ts'
import { lookOnFor } from '../look-on.ts'
import { operatorOf } from '../operators/operator.ts'
import { ofService } from '../service/refusal.ts'
import { admitPage } from './admit.ts'
import { answering, json } from './answer.ts'
import { readJson } from './body.ts'
import { assertOperator, sidOf } from './operate.ts'

const body = z.strictObject({ text: z.string().trim().refine(isNotice) })

const lookOn = (context: TerminalContext): Endpoint => ({
  path: '/terminal/sessions/:sid/watch',
  method: 'post',
  handler: answering(async (req) => {
    const visitor = await admitPage(context, req.headers, { what: 'watch', rate: LOOK_ON_RATE })
    await assertOperator(context, req)
    const wanted = { session: sidOf(req), operator: operatorOf(req) }
    const ticket = await lookOnFor(context.mintContext(req.payload), visitor, wanted)
    await context.settings.onOperation({ what: 'watch', session: wanted.session }, { req })
    return json(ticket, 201)
  }),
})

const notice = (context: TerminalContext): Endpoint => ({
  path: '/terminal/sessions/:sid/notice',
  method: 'post',
  handler: answering(async (req) => {
    await admitPage(context, req.headers, { what: 'notice', rate: NOTICE_RATE })
    await assertOperator(context, req)
    const sid = sidOf(req)
    const asked = body.safeParse(await readJson(req, MAX_NOTICE_BODY_BYTES))
    if (!asked.success) throw new Refusal('bad-request', { detail: 'A notice is one short line.' })
    await context.settings.onOperation({ what: 'notice', session: sid }, { req })
    const { service } = context.state()
    const isShown = await service.notify(sid, asked.data.text).catch(ofService)
    if (!isShown) throw new Refusal('not-found')
    return json({ shown: sid }, 202)
  }),
})

export const lookOnEndpoints = (context: TerminalContext): Endpoint[] => [
  lookOn(context),
  notice(context),
]
