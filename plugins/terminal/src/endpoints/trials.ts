// POST /terminal/demos/:id/build and /smoke: tries the saved demo as visitors will get it, whether it is enabled or not.
import type { Endpoint } from 'payload'
import type { TerminalContext } from '../context.ts'
import { ofService } from '../service/refusal.ts'
import { runSmoke } from '../smoke/run-smoke.ts'
import { orderFor } from '../trials/order.ts'
import { answering, json } from './answer.ts'
import { assertOperator } from './operate.ts'

type Action = 'build' | 'smoke'

const trial = (context: TerminalContext, what: Action): Endpoint => ({
  path: `/terminal/demos/:id/${what}`,
  method: 'post',
  handler: answering(async (req) => {
    await assertOperator(context, req)
    const { payload } = req
    const id = String(req.routeParams?.id ?? '')
    if (what === 'smoke') return json(await runSmoke(context, payload, id).catch(ofService))
    const order = await orderFor(context, payload, { action: 'builds', id })
    return json(await context.state().service.build(order).catch(ofService))
  }),
})

export const trialEndpoints = (context: TerminalContext): Endpoint[] => [
  trial(context, 'build'),
  trial(context, 'smoke'),
]
