// GET /terminal/smoke: when each demo that visitors can see last did what it promises, for everyone.
import type { Endpoint, Payload } from 'payload'
import type { TerminalContext } from '../context.ts'
import { answering, json } from '../endpoints/answer.ts'
import { SMOKE_TTL_MS } from '../limits.ts'
import { type LastRun, lastRuns } from './last-runs.ts'

export type LastSmoke = Pick<LastRun, 'demo' | 'ok' | 'at'>

const shownRuns = async (context: TerminalContext, payload: Payload): Promise<LastSmoke[]> => {
  const runs = await lastRuns(payload, { overrideAccess: true })
  const ids = runs.map(({ demo }) => demo)
  const shown = await context.mintContext(payload).permissions.shown(ids)
  return runs.filter(({ demo }) => shown.has(demo)).map(({ demo, ok, at }) => ({ demo, ok, at }))
}

export const smokeEndpoint = (context: TerminalContext): Endpoint => {
  let last: { at: number; runs: LastSmoke[] } | undefined
  let asking: Promise<LastSmoke[]> | undefined

  /** One question at a time, however many ask. */
  const ask = async (payload: Payload): Promise<LastSmoke[]> => {
    asking ??= shownRuns(context, payload).finally(() => {
      asking = undefined
    })
    const runs = await asking
    last = { at: Date.now(), runs }
    return runs
  }

  return {
    path: '/terminal/smoke',
    method: 'get',
    handler: answering(async ({ payload }) => {
      const isFresh = last !== undefined && Date.now() - last.at < SMOKE_TTL_MS
      return json({ runs: isFresh && last ? last.runs : await ask(payload) })
    }),
  }
}
