// POST /smoke: runs a demo's suggested commands in a fresh sandbox and compares them with what they promise.
import type { SessionGrant } from '@shellfolio/protocol'
import { MAX_SMOKE_RUNS, MAX_SMOKE_WAITING } from '../limits.ts'
import type { Outcome } from '../log.ts'
import { runSmoke } from '../smoke/run.ts'
import type { SmokeReport } from '../smoke/types.ts'
import { Gate } from '../workspace/gate.ts'
import { WorkspaceError } from '../workspace/types.ts'
import { answerJson } from './answers.ts'
import { type Exchange, type GuardedEndpoint, Refusal } from './endpoint.ts'

type Order = Pick<SessionGrant, 'archive' | 'demo' | 'limits'>

const run = async ({ parts, signal }: Exchange, order: Order) => {
  const { workspaces, sandbox: host, metrics } = parts
  signal.throwIfAborted()
  const lease = await workspaces.acquire(order, () => undefined, signal)
  try {
    const report = await runSmoke({ host, order, template: lease.template, signal })
    metrics.smokeRan(report.ok, report.ms)
    return report
  } finally {
    lease.release()
  }
}

const outcomeOf = (error: unknown, signal: AbortSignal): Outcome => {
  if (signal.aborted) return 'abandoned'
  return error instanceof WorkspaceError ? error.reason : 'error'
}

/** One for each router: runs share its places. */
export const createSmoke = (): GuardedEndpoint => {
  const gate = new Gate(MAX_SMOKE_RUNS)
  let waiting = 0
  return {
    methods: ['POST'],
    path: /^\/smoke$/,
    action: 'smoke',
    handle: async (exchange, grant) => {
      const { parts, response, signal } = exchange
      if (!('demo' in grant)) throw new Refusal('signature-refused')
      if (parts.sessions.isDraining) throw new Refusal('service-unavailable')
      if (!parts.sandbox.status.available) throw new Refusal('sandbox-unavailable')
      if (waiting >= MAX_SMOKE_RUNS + MAX_SMOKE_WAITING) {
        throw new Refusal('terminal-full', { 'retry-after': '30' })
      }
      const startedMs = performance.now()
      const tell = (outcome: Outcome, { results, ms }: Pick<SmokeReport, 'results' | 'ms'>) => {
        const passed = results.filter(({ ok }) => ok).length
        const counts = { passed, failed: results.length - passed }
        parts.log('smoke run ended', { demo: grant.demo.id, outcome, ...counts, ms })
      }
      waiting += 1
      try {
        const report = await gate.run(() => run(exchange, grant))
        tell(report.ok ? 'ok' : 'failed', report)
        answerJson(response, report)
      } catch (error) {
        const ms = Math.round(performance.now() - startedMs)
        tell(outcomeOf(error, signal), { results: [], ms })
        if (signal.aborted) return
        if (!(error instanceof WorkspaceError)) throw error
        const { reason, message } = error
        answerJson(response, { ok: false, reason, detail: message, ms: 0, results: [] })
      } finally {
        waiting -= 1
      }
    },
  }
}
