// POST /terminal/demos/:id/…: tries the saved demo as visitors will get it, whether it is enabled or not.
import type { Endpoint, PayloadRequest } from 'payload'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { ofService } from '../service/refusal.ts'
import { runSmoke } from '../smoke/run-smoke.ts'
import { type Order, orderFor } from '../trials/order.ts'
import { answering, json } from './answer.ts'
import { assertOperator } from './operate.ts'

type Trial = (context: TerminalContext, req: PayloadRequest, id: string) => Promise<unknown>

const INDEX = /^\d{1,2}$/

const build =
  (change?: (demo: Order['demo']) => Order['demo']): Trial =>
  async (context, { payload }, id) => {
    const order = await orderFor(context, payload, {
      action: 'builds',
      id,
      ...(change ? { change } : {}),
    })
    return context.state().service.build(order)
  }

/** One command says nothing of the whole demo: that run is not kept. */
const command: Trial = async (context, { payload, routeParams }, id) => {
  const index = String(routeParams?.index ?? '')
  const order = await orderFor(context, payload, {
    action: 'smoke',
    id,
    change: (demo) => {
      const wanted = INDEX.test(index) ? demo.commands[Number(index)] : undefined
      if (!wanted) throw new Refusal('not-found')
      return { ...demo, commands: [wanted] }
    },
  })
  return context.state().service.smoke(order)
}

const TRIALS: Record<string, Trial> = {
  // Fetched, checked and unpacked as for a visitor, and nothing of it run.
  check: build((demo) => ({ ...demo, build: '' })),
  build: build(),
  smoke: (context, { payload }, id) => runSmoke(context, payload, id),
  'commands/:index': command,
}

export const trialEndpoints = (context: TerminalContext): Endpoint[] =>
  Object.entries(TRIALS).map(([path, trial]) => ({
    path: `/terminal/demos/:id/${path}`,
    method: 'post',
    handler: answering(async (req) => {
      await assertOperator(context, req)
      const id = String(req.routeParams?.id ?? '')
      await context.settings.onOperation({ what: 'try', demo: id }, { req })
      return json(await trial(context, req, id).catch(ofService))
    }),
  }))
