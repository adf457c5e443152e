// POST /terminal/services: a terminal service says that it is there. The signed token says everything; no body is read.
import { problemResponse } from '@shellfolio/protocol'
import type { Endpoint } from 'payload'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { unavailable } from '../mint.ts'
import { answering } from './answer.ts'
import { bearerOf } from './bearer.ts'

export const servicesEndpoint = (context: TerminalContext): Endpoint => ({
  path: '/terminal/services',
  method: 'post',
  handler: answering(async ({ headers }) => {
    const token = bearerOf(headers)
    const said = token ? await context.grants.announcement(token) : undefined
    if (!said) return problemResponse('signature-refused')
    const { fleet } = context.state()
    if (!fleet.isAnnounceable(said.url)) {
      throw new Refusal('not-allowed', { detail: `Services at ${said.url} are not allowed.` })
    }
    await fleet.announce(said).catch(unavailable)
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  }),
})
